package org.rapidsms.schema;

import org.hibernate.boot.ResourceStreamLocator;
import org.hibernate.boot.spi.AdditionalMappingContributions;
import org.hibernate.boot.spi.AdditionalMappingContributor;
import org.hibernate.boot.spi.InFlightMetadataCollector;
import org.hibernate.boot.spi.MetadataBuildingContext;

/** Adds the entities of apps to the persistence unit. Hibernate calls it when the unit starts. */
public class AppEntities implements AdditionalMappingContributor {

    @Override
    public String getContributorName() {
        return "rapidsms";
    }

    @Override
    public void contribute(
            AdditionalMappingContributions contributions,
            InFlightMetadataCollector metadata,
            ResourceStreamLocator resources,
            MetadataBuildingContext context) {
        Migrations.ofApps()
                .forEach(app -> app.get().entities().forEach(contributions::contributeEntity));
    }
}

/**
 * What administrators may see, add, change and delete below {@code /admin/}.
 *
 * <p>For authors of apps: a CDI bean that is an {@link org.rapidsms.admin.AdminModel} joins, by
 * itself. Whose rows are entities extends {@link org.rapidsms.admin.EntityModel}, which leaves a
 * few lines to write; the models of RapidSMS itself are made the same way.
 */
package org.rapidsms.admin;

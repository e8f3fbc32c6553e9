package org.rapidsms.it.stranger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Behind the stranger's pages. */
@Named
@RequestScoped
public class Clinics {

    private String name;
    private String code;

    public void open() {
        if ("boom".equals(name)) {
            throw new IllegalStateException("a failure that the test asked for");
        }
    }

    public String getName() {
        if ("boom later".equals(name)) {
            throw new IllegalStateException("a failure that the test asked for, while showing");
        }
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getSecret() {
        return "Clinics are secret";
    }
}

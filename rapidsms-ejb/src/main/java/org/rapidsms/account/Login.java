package org.rapidsms.account;

import java.util.Set;

/**
 * Who somebody is who has logged in, and what they may see.
 *
 * @param id the number of the user, which stays when the name changes
 * @param username the name
 * @param roles {@code user}, {@code staff}, and the names of the user's groups
 */
public record Login(long id, String username, Set<String> roles) {}

package dev.payfleet.provider;

import org.jspecify.annotations.Nullable;

/// The name of something that a site keeps in the browser. Names alone; the values are as good as passwords.
///
/// @param area where it is kept
/// @param name the cookie's name, the key in the storage, or the database's name
/// @param origin whose storage it is; null for the primary origin. Cookies are told by their name alone
/// @param member where the storage holds JSON: the member in it that is meant, with dots between levels; null where
///     the whole is meant
public record StoredValue(
        Area area,
        String name,
        @Nullable Origin origin,
        @Nullable String member) {

    /// Where a browser keeps things.
    public enum Area {
        /// A cookie.
        COOKIE,
        /// `localStorage`, which outlives the browser.
        LOCAL_STORAGE,
        /// `sessionStorage`, which ends with the tab.
        SESSION_STORAGE,
        /// A database of IndexedDB, whole. It may carry trust; no token is read from one.
        DATABASE
    }

    /// Throws [IllegalArgumentException] naming the field that is wrong.
    public StoredValue {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (member != null && (member.isBlank() || area == Area.COOKIE || area == Area.DATABASE)) {
            throw new IllegalArgumentException("member must be a name within JSON in a storage");
        }
    }

    /// A cookie of that name.
    public static StoredValue cookie(String name) {
        return new StoredValue(Area.COOKIE, name, null, null);
    }

    /// A key in the primary origin's `localStorage`.
    public static StoredValue local(String key) {
        return new StoredValue(Area.LOCAL_STORAGE, key, null, null);
    }

    /// A key in the primary origin's `sessionStorage`.
    public static StoredValue session(String key) {
        return new StoredValue(Area.SESSION_STORAGE, key, null, null);
    }

    /// A database of the primary origin's.
    public static StoredValue database(String name) {
        return new StoredValue(Area.DATABASE, name, null, null);
    }

    /// The same key in another origin's storage.
    public StoredValue at(Origin other) {
        return new StoredValue(area, name, other, member);
    }

    /// A member of the JSON that is kept under the key.
    public StoredValue member(String path) {
        return new StoredValue(area, name, origin, path);
    }
}

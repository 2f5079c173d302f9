package org.sessiondesk.ontime;

/** What closes the site's gate, so that a message can say what to mend. */
public enum NotAuthorisedWhy {
    /** We have no key to send: the setting is empty or the key file can't be read. Nothing was sent. */
    KEY_MISSING,
    /** 401: the key is wrong or no longer exists. */
    KEY_REFUSED,
    /**
     * 403: the key may not do this. To be allowed in Management Suite ▸ General Options ▸ Connections ▸ Online API,
     * where everything is Deny at first.
     */
    NOT_PERMITTED,
    /** 404, 405 or a redirect: the address or the company ID is wrong, not the key. */
    WRONG_ADDRESS
}

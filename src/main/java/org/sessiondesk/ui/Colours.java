package org.sessiondesk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import org.sessiondesk.account.ColourScheme;
import org.sessiondesk.account.Preferences;
import org.sessiondesk.account.SignedIn;

/** Light or dark, as the person chose or their device says. */
public final class Colours {

    private Colours() {}

    /** What the signed-in person chose; the device's where nobody is signed in. */
    public static ColourScheme current() {
        return preferences().colourScheme();
    }

    /** The signed-in person's; the usual ones where nobody is signed in. */
    public static Preferences preferences() {
        return SignedIn.current().map(SignedIn::preferences).orElse(Preferences.USUAL);
    }

    /** Shows this tab so. */
    public static void apply(UI ui, ColourScheme scheme) {
        ui.getPage()
                .setColorScheme(
                        switch (scheme) {
                            case SYSTEM -> ColorScheme.Value.LIGHT_DARK;
                            case LIGHT -> ColorScheme.Value.LIGHT;
                            case DARK -> ColorScheme.Value.DARK;
                        });
    }

    static ColourScheme after(ColourScheme scheme) {
        return switch (scheme) {
            case SYSTEM -> ColourScheme.LIGHT;
            case LIGHT -> ColourScheme.DARK;
            case DARK -> ColourScheme.SYSTEM;
        };
    }
}

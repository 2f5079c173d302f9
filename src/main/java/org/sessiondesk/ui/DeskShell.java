package org.sessiondesk.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every screen: theme, own styles, server push, icon. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://desk/desk.css")
public class DeskShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        // Until the screen has said its own.
        settings.setPageTitle("Session Desk");
        settings.addLink("icon", "desk/desk.svg");
        settings.addMetaTag("robots", "noindex");
    }
}

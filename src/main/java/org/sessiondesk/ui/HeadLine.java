package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.sessiondesk.account.ColourScheme;
import org.sessiondesk.account.MyAccount;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.ui.me.MeView;

/** The line on top of every screen: how the reading stands, the colours, who is signed in. */
final class HeadLine extends Div {

    private static final long serialVersionUID = 1L;

    HeadLine(List<HeadLinePart> parts, MyAccount myAccount, AuthenticationContext authentication) {
        addClassName("head-line");
        Div status = new Div();
        status.addClassName("head-line-status");
        parts.forEach(part -> status.add(part.create()));
        add(status);
        // A page for nobody in particular ("no such page") has the line, but no account in it.
        SignedIn.current()
                .ifPresent(me -> add(colours(myAccount), person(me.person().name(), authentication)));
    }

    private static Button colours(MyAccount myAccount) {
        Button button = new Button();
        button.addThemeVariants(ButtonVariant.TERTIARY);
        show(button, Colours.current());
        button.addClickListener(_ -> {
            ColourScheme next = Colours.after(Colours.current());
            myAccount.prefer(mine -> mine.in(next));
            Colours.apply(button.getUI().orElseThrow(), next);
            show(button, next);
        });
        return button;
    }

    private static void show(Button button, ColourScheme scheme) {
        VaadinIcon icon = switch (scheme) {
            case SYSTEM -> VaadinIcon.ADJUST;
            case LIGHT -> VaadinIcon.SUN_O;
            case DARK -> VaadinIcon.MOON_O;
        };
        button.setIcon(icon.create());
        String label = t("head.colours." + scheme);
        button.setAriaLabel(label);
        button.setTooltipText(label);
    }

    private static MenuBar person(String name, AuthenticationContext authentication) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.getElement().setAttribute("aria-label", t("head.account"));
        MenuItem menu = bar.addItem(VaadinIcon.USER.create());
        Span called = new Span(name);
        called.addClassName("head-line-name");
        menu.add(called);
        menu.setAriaLabel(t("head.account-of", name));
        menu.getSubMenu().addItem(t("head.me"), _ -> bar.getUI().ifPresent(ui -> ui.navigate(MeView.class)));
        menu.getSubMenu().addItem(t("head.sign-out"), _ -> authentication.logout());
        return bar;
    }
}

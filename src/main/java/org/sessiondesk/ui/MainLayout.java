package org.sessiondesk.ui;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.Set;
import org.sessiondesk.account.MyAccount;
import org.sessiondesk.account.SignedIn;
import org.sessiondesk.account.Standing;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.me.MeView;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Menu, head line and the screen between them. The menu shows the views that carry {@code @Menu} and that the role may
 * see: {@code title} is a key of the messages, {@code order} the place (Overview 10, Sessions 20, Day check 30, Vehicles
 * 40, Sent to OnTime 50, Reading from OnTime 60, History 70, People 80, Settings 90).
 */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements BeforeEnterObserver, AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    MainLayout(
            ObjectProvider<HeadLinePart> parts,
            MyAccount myAccount,
            AuthenticationContext authentication,
            Standing standing,
            LiveUpdates liveUpdates) {
        setPrimarySection(Section.DRAWER);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(t("menu.toggle"));
        addToNavbar(toggle, new HeadLine(parts.orderedStream().toList(), myAccount, authentication));
        addToDrawer(brand(), new Scroller(menu()));
        liveUpdates.follow(this, Set.of(Topic.ACCOUNT), _ -> leaveUnless(standing));
    }

    /** The next request would end the session anyway; this way nothing stays on the screen until then. */
    private void leaveUnless(Standing standing) {
        boolean over = SignedIn.current().map(me -> !standing.holds(me)).orElse(false);
        if (over) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?ended"));
        }
    }

    /** A password that somebody handed over is replaced before anything else. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean initial = SignedIn.current().map(SignedIn::hasInitialPassword).orElse(false);
        if (initial && event.getNavigationTarget() != MeView.class) {
            event.forwardTo(MeView.class);
        }
    }

    /** On a phone the menu covers the screen it has just opened. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        if (isOverlay()) {
            setDrawerOpened(false);
        }
    }

    private static Span brand() {
        Image mark = new Image("desk/desk.svg", "");
        Span brand = new Span(mark, new Span(t("common.product")));
        brand.addClassName("brand");
        return brand;
    }

    private static SideNav menu() {
        SideNav menu = new SideNav();
        menu.getElement().setAttribute("aria-label", t("menu.label"));
        MenuConfiguration.getMenuEntries().forEach(entry -> {
            SideNavItem item = new SideNavItem(t(entry.title()), entry.path());
            // Every address is nested in the first screen's, which is empty.
            item.setMatchNested(!entry.path().isEmpty());
            if (entry.icon() != null) {
                item.setPrefixComponent(new Icon(entry.icon()));
            }
            menu.addItem(item);
        });
        return menu;
    }
}

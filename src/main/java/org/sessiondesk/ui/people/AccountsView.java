package org.sessiondesk.ui.people;

import static org.sessiondesk.ui.Messages.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.sessiondesk.account.AccountOutcome;
import org.sessiondesk.account.Accounts;
import org.sessiondesk.account.Person;
import org.sessiondesk.account.Role;
import org.sessiondesk.live.News.Topic;
import org.sessiondesk.ui.LiveUpdates;
import org.sessiondesk.ui.Notices;

/** Who may sign in, and as what. */
@Route("accounts")
@Menu(title = "menu.people", order = 80, icon = "vaadin:users")
@RolesAllowed("ADMINISTRATOR")
public class AccountsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;
    private final UnorderedList people = new UnorderedList();
    private final Span count = new Span();

    AccountsView(Accounts accounts, LiveUpdates liveUpdates) {
        this.accounts = accounts;
        addClassNames("screen");
        Button add = new Button(t("people.add"), _ -> new AddPersonDialog(accounts, this::handOver).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        count.addClassName("quiet");
        Div head = new Div(new H1(t("people.title")), count, add);
        head.addClassName("screen-head");
        people.addClassName("people");
        add(head, people);
        refresh();
        liveUpdates.follow(this, Set.of(Topic.ACCOUNT), _ -> refresh());
    }

    @Override
    public String getPageTitle() {
        return t("common.title", t("people.title"));
    }

    private void refresh() {
        var all = accounts.all();
        people.removeAll();
        all.forEach(person -> people.add(new ListItem(new PersonRow(person, new Acts()))));
        long active = all.stream().filter(person -> !person.disabled()).count();
        count.setText(t("people.count", active, all.size() - active));
    }

    private void handOver(AccountOutcome.HandOver handOver) {
        refresh();
        new HandOverDialog(handOver).open();
    }

    /** What a row's buttons do. */
    final class Acts {

        void changeRole(Person person, Role role) {
            tell(accounts.changeRole(person.id(), role), t("people.role-changed", person.name(), t("role." + role)));
        }

        void disable(Person person) {
            tell(accounts.disable(person.id()), t("people.disabled", person.name()));
        }

        void enable(Person person) {
            tell(accounts.enable(person.id()), t("people.enabled", person.name()));
        }

        void resetPassword(Person person) {
            tell(accounts.resetPassword(person.id()), "");
        }

        private void tell(AccountOutcome outcome, String done) {
            switch (outcome) {
                case AccountOutcome.Done _ -> {
                    refresh();
                    Notices.done(done);
                }
                case AccountOutcome.HandOver handOver -> handOver(handOver);
                case AccountOutcome.Refused(AccountOutcome.Problem problem) -> {
                    refresh();
                    Notices.problem(t("account.problem." + problem));
                }
            }
        }
    }
}

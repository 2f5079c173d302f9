package hello;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says hello, from the database. */
@Route("")
public class HelloView extends VerticalLayout {

    /** Asks the database for the word. */
    public HelloView(JdbcClient jdbc) {
        add(new H1(jdbc.sql("select 'Hello world'").query(String.class).single()));
    }
}

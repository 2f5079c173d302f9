package org.sessiondesk.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every word on the screens, from {@code messages.properties}. Texts with arguments are {@link MessageFormat} patterns,
 * with one ease: an apostrophe is an apostrophe, never a quote, so nobody has to double it.
 */
@Component
public class Messages implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Messages.class);

    /**
     * The text of a key in the language of the current screen, its arguments filled in.
     *
     * @param key prefixed with the screen, such as {@code people.add}
     */
    public static String t(String key, Object... arguments) {
        return I18NProvider.translate(key, arguments);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.US);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        String pattern;
        try {
            pattern = ResourceBundle.getBundle("messages", Locale.US).getString(key);
        } catch (MissingResourceException e) {
            log.error("messages.properties has no '{}'", key, e);
            return key;
        }
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern.replace("'", "''"), Locale.US).format(arguments);
    }
}

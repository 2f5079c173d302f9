package org.sessiondesk.filing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says which files this instance has in hand, and ends those that were left by one that died. */
@Component
class FilingWatch {

    private static final int EVERY_MILLIS = 10_000;
    private static final Logger log = LoggerFactory.getLogger(FilingWatch.class);

    private final FilingLedger ledger;
    private final FilingRunner runner;
    private final FileNews news;
    private final IntakeFolder folder;

    FilingWatch(FilingLedger ledger, FilingRunner runner, FileNews news, IntakeFolder folder) {
        this.ledger = ledger;
        this.runner = runner;
        this.news = news;
        this.folder = folder;
    }

    /** Also at the start: then it ends what was left before. */
    @Scheduled(fixedDelay = EVERY_MILLIS)
    void look() {
        try {
            var inHand = runner.inHand();
            if (!inHand.isEmpty()) {
                ledger.inHand(inHand);
            }
            ledger.endLeft(folder.leftBehind()).forEach(file -> {
                log.info("Taking in the file {} had broken off; the same file again goes on from there", file.id());
                news.tellAtOnce(file.id());
            });
        } catch (DataAccessException | TransactionException e) {
            log.debug("Files were not looked after; the database is away", e);
        }
    }
}

# Builds the portal and runs it as an ordinary user. PostgreSQL is its own container: see docker-compose.yml.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -q dependency:go-offline || true
COPY frontend frontend
COPY src src
RUN ./mvnw -B -q package -DskipTests -Dspotless.check.skip=true \
    && java -Djarmode=tools -jar target/session-desk.jar extract --destination /portal

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 desk \
    && useradd --system --uid 10001 --gid desk --home-dir /var/lib/session-desk --create-home desk
COPY --from=build --chown=root:root /portal /opt/session-desk
COPY --chown=root:root docker/health.sh /opt/session-desk/health.sh
ENV SESSIONDESK_DATA_DIR=/var/lib/session-desk \
    SERVER_PORT=8080
VOLUME /var/lib/session-desk
WORKDIR /var/lib/session-desk
USER desk
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 CMD ["bash", "/opt/session-desk/health.sh"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/session-desk/session-desk.jar"]

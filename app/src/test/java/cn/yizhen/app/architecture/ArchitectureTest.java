package cn.yizhen.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import cn.yizhen.app.YizhenApplication;
import cn.yizhen.app.access.AnonymousWriting;
import cn.yizhen.app.access.Scope;
import cn.yizhen.app.access.Transactions;
import cn.yizhen.app.access.Writing;
import cn.yizhen.app.host.ByItself;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;

/** The house as the design draws it. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.yizhen");

    private static final Set<String> ON_SETTINGS = Stream.of(ConditionalOnProperty.class, ConditionalOnBooleanProperty.class, ConditionalOnExpression.class, Profile.class)
            .map(Class::getName).collect(Collectors.toSet());

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(YizhenApplication.class).verify();
    }

    @Test
    void theCoreKnowsNoFrameworkAndNoStorage() {
        noClasses().that().resideInAnyPackage("cn.yizhen.rules..", "cn.yizhen.directives..")
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..", "cn.yizhen.app..")
                .check(PROGRAM);
    }

    @Test
    void whatDependsOnASettingIsAskedAtEachStart() {
        var conditional = DescribedPredicate.<JavaAnnotation<?>>describe("conditional on a setting", one -> ON_SETTINGS.contains(one.getRawType().getName()));
        var why = "the packed program answers conditions when it is built (0194); a BeanRegistrar asks the environment at each start";
        noClasses().that().doNotHaveSimpleName("Clockwork").should().beAnnotatedWith(conditional).because(why).check(PROGRAM);
        noMethods().should().beAnnotatedWith(conditional).because(why).check(PROGRAM);
    }

    @Test
    void whatActsAtSetTimesIsKnownByItsType() {
        methods().that().areAnnotatedWith(Scheduled.class).should().beDeclaredInClassesThat().areAssignableTo(ByItself.class)
                .because("only those are looked through for what is scheduled").check(PROGRAM);
    }

    @Test
    void theOnlyWayToTheDatabaseLeadsThroughTransactions() {
        noFields().that().areDeclaredInClassesThat().resideOutsideOfPackages("cn.yizhen.app.access..", "cn.yizhen.app.host")
                .should().haveRawType(JdbcClient.class)
                .orShould().haveRawType("javax.sql.DataSource")
                .orShould().haveRawType("org.springframework.jdbc.core.JdbcTemplate")
                .because("a transaction that has not told PostgreSQL who asks reads nothing, and must not exist")
                .check(PROGRAM.that(DescribedPredicate.not(DescribedPredicate.describe("records handed an open transaction",
                        JavaClass::isRecord))));
    }

    @Test
    void everyReadOfCountyDataTakesAScope() {
        methods().that().arePublic().and().areDeclaredInClassesThat(holdTransactions())
                .should(takeAScope())
                .check(PROGRAM);
    }

    @Test
    void onlyTheDirectLineWritesWithoutAnAct() {
        noClasses().that().resideOutsideOfPackages("cn.yizhen.app.access", "cn.yizhen.app.burden")
                .should().dependOnClassesThat().areAssignableTo(AnonymousWriting.class)
                .check(PROGRAM);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses().that().resideOutsideOfPackage("cn.yizhen.app.host")
                .should().callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now")
                .orShould().callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Clock.class, "systemDefaultZone").orShould().callMethod(Clock.class, "systemUTC")
                .orShould().callConstructor(java.util.Date.class)
                .check(PROGRAM);
    }

    @Test
    void scopesTravelAsParametersNotInThreadLocals() {
        noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(PROGRAM);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().that().areTopLevelClasses()
                .should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|VO|DTO|DO|Base|Common)")
                .check(PROGRAM);
    }

    @Test
    void dependenciesComeByConstructor() {
        noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired").check(PROGRAM);
    }

    @Test
    void controllersLiveInTheModuleTheyShow() {
        classes().that().areAnnotatedWith("org.springframework.stereotype.Controller")
                .should().resideOutsideOfPackage("cn.yizhen.app")
                .andShould().notBeAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> holdTransactions() {
        return DescribedPredicate.describe("hold Transactions, outside access and burden's anonymous door",
                candidate -> candidate.getFields().stream().anyMatch(field -> field.getRawType().isEquivalentTo(Transactions.class))
                        && !resideInAPackage("cn.yizhen.app.access").test(candidate)
                        && candidate.isTopLevelClass());
    }

    private static ArchCondition<JavaMethod> takeAScope() {
        return new ArchCondition<>("take a Scope (or the Writing of an open act)") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var told = method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Scope.class) || type.isEquivalentTo(Writing.class));
                // what the program does by itself runs as a named system actor, made inside
                var byItself = Set.of("afterSingletonsInstantiated", "afterPropertiesSet").contains(method.getName())
                        || method.isAnnotatedWith(Scheduled.class)
                        || method.isAnnotatedWith("org.springframework.context.event.EventListener");
                if (!told && !byItself && !method.getOwner().isAnnotatedWith("org.springframework.stereotype.Controller")) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " reads without a Scope"));
                }
            }
        };
    }
}

using System.Text.RegularExpressions;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Data;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Rituals.Protection;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>
/// The table that tells people about their data covers everything in the database, and every document repeats it exactly.
/// </summary>
internal sealed partial class AnnouncedTests
{
    private static readonly string[] Languages = ["nl", "en"];

    [Test]
    public void EveryPersonalColumn_BelongsToADatum()
    {
        var held = Register.Categories.SelectMany(category => category.Holds).ToHashSet(StringComparer.Ordinal);
        var columns = Register.Tables
            .SelectMany(table => table.Columns.Select(column => (table.Name, Column: $"{table.Name}.{column.Name}"))).ToList();
        var unannounced = columns.Where(column => !held.Contains(column.Name) && !held.Contains(column.Column))
            .Select(column => column.Column);

        Assert.That(unannounced, Is.Empty, "these columns are stored but not announced");
        Assert.That(
            held, Is.SubsetOf(columns.SelectMany(column => new[] { column.Name, column.Column })),
            "these are announced but no longer stored");
    }

    [Test]
    public void EveryRetentionPeriod_IsAnnounced([ValueSource(nameof(Languages))] string language)
    {
        var missing =
            from category in Register.Categories
            from table in Register.Tables
            from column in table.Columns
            where category.Holds.Contains($"{table.Name}.{column.Name}")
                || (category.Holds.Contains(table.Name) && IsOnlyIn(category, $"{table.Name}.{column.Name}"))
            from number in Number().Matches(column.Kept).Select(match => match.Value)
            where !Number().Matches(category.Kept.In(language)).Select(match => match.Value).Contains(number)
            select $"{category.Key}: {table.Name}.{column.Name} is kept {column.Kept}";

        Assert.That(missing.Distinct(), Is.Empty);
    }

    [TestCase("nl", "de vier weken daarna")]
    [TestCase("en", "the four weeks after that")]
    public void JoiningARitual_SaysHowFarAheadCalendarsAreRead(string language, string words)
    {
        Assert.That(Texts.For(language).Ritual.Join.Calendar, Does.Contain(words));
        Assert.That(BetterTimes.Ahead, Is.EqualTo(Duration.FromDays(28)));
    }

    [Test]
    public void EveryConsent_HasItsOwnDatum_AndALineInTheWelcome([Values] ConsentLayer layer)
    {
        var expected = layer switch
        {
            // The whole welcome is about joining; only the line about the directory describes what is read before that.
            ConsentLayer.Join => DataLayer.Group,
            ConsentLayer.CalendarGaps => DataLayer.Calendar,
            ConsentLayer.OwnWord => DataLayer.OwnWord,
            ConsentLayer.Sources => DataLayer.Sources,
            _ => throw new AssertionException($"No line in the welcome says what consent to {layer} allows the bot to read."),
        };

        Assert.That(
            Register.Categories.Where(category => category.Layer == expected && category.Welcome is not null), Has.Exactly(1).Items);
    }

    [Test]
    public void Welcome_ListsWhatIsAnnounced_AndNothingElse([ValueSource(nameof(Languages))] string language)
    {
        var welcome = Texts.For(language).Welcome;
        var lines = Register.Categories.Where(category => category.Welcome is not null)
            .ToLookup(
                category => category.Layer is DataLayer.Sources or DataLayer.HelpAndCalendar ? category.Layer : DataLayer.Join,
                category => category.Welcome!.In(language));

        Assert.That(welcome.Read, Is.EqualTo(lines[DataLayer.Join]));
        Assert.That(welcome.ReadSources, Is.EqualTo(lines[DataLayer.Sources].Single()));
        Assert.That(welcome.ReadHelp, Is.EqualTo(lines[DataLayer.HelpAndCalendar].Single()));
    }

    [Test]
    public void EveryReadingOfCalendars_HasALineInTheWelcome() => Assert.That(
        Register.Categories.Where(category =>
            category.From.Contains(DataSource.Calendar) && category is { Welcome: null, Layer: not DataLayer.NamedForCheck }),
        Is.Empty);

    [Test]
    public void Directory_EveryFieldThatIsRead_IsNamedInTheTableAndInTheWelcome([ValueSource(nameof(Languages))] string language)
    {
        var words = new Dictionary<string, LocalText>
        {
            ["displayName"] = new("naam", "name"), ["mail"] = new("mailadres", "mail address"),
            ["userPrincipalName"] = new("aanmeldnaam", "sign-in name"), ["department"] = new("afdeling", "department"),
            ["officeLocation"] = new("kantoor", "office"), ["accountEnabled"] = new("account aan staat", "account is on"),
        };
        var directory = Register.Categories.Single(category => category.Key == "directory");

        Assert.That(UserRow.Select.Except(["id"]), Is.EquivalentTo(words.Keys));
        foreach (var word in words.Values.Append(new("leidinggevende", "manager")))
        {
            Assert.That(directory.What.In(language), Does.Contain(word.In(language)));
            Assert.That(directory.Welcome!.In(language), Does.Contain(word.In(language)));
        }

        // The rest of the line names what is kept.
        var kept = directory.Welcome!.In(language).Split(". ")[1];
        Assert.That(
            words.Where(word => kept.Contains(word.Value.In(language), StringComparison.Ordinal)).Select(word => word.Key),
            Is.EquivalentTo(new[] { "displayName", "mail", "userPrincipalName" }));
    }

    [TestCase("staff-notice.nl.md", "nl")]
    [TestCase("staff-notice.en.md", "en")]
    [TestCase("dpia.nl.md", "nl")]
    [TestCase("dpia.en.md", "en")]
    [TestCase("what-we-store.md", "en")]
    public void Document_ContainsTheWholeTable_AndNothingElse(string file, string language)
    {
        var heading = language == "nl"
            ? "| wat | van wie | waar vandaan | waarvoor | hoe lang |"
            : "| what | of whom | from | what for | how long |";
        var lines = Repository.ReadLines("docs", file);
        var rows = lines.SkipWhile(line => line != heading).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        var expected = Register.Categories.Select(category => category.Row(language)).ToList();

        Assert.That(rows, Is.EqualTo(expected), $"{file} needs:\n{heading}\n|---|---|---|---|---|\n{string.Join('\n', expected)}");
    }

    [Test]
    public void DocumentedPermissions_AreExactlyThoseTheTableNeeds()
    {
        var documented = Repository.ReadLines("docs", "permissions.md")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);

        Assert.That(
            documented,
            Is.EquivalentTo(Register.Categories.SelectMany(category => category.Asks).Select(ask => ask.Permission).Distinct()));
    }

    // A column shared by several data categories is announced by the category that names the column itself.
    private static bool IsOnlyIn(DataCategory category, string column) =>
        !Register.Categories.Any(other => other != category && other.Holds.Contains(column));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}

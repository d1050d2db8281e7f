using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.PersonalData;
using TeamsConnectBot.Privacy.Readable;
using TeamsConnectBot.Tests.Cards;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>The page with a person's data is complete, in both languages, and harmless whatever is in it.</summary>
internal sealed class ReadablePageTests
{
    private static readonly string[] Languages = ["nl", "en"];
    private static readonly Type[] WithWordsOfTheirOwn =
        [typeof(Core.Rules.NeedFact), typeof(Core.Rules.Definition.LocalText), typeof(TopicPick)];

    public static ReadableTexts TextsOf(string language) => ReadableTexts.All[language];

    [Test]
    public void Page_WithSomethingInEveryTable_ShowsEveryExportedColumnWithItsValue([ValueSource(nameof(Languages))] string language)
    {
        var page = Write(language, "Sam", [.. Register.Tables.Select(table => Rows(table, column => $"value of {table.Name}.{column}"))]);

        foreach (var column in Exported())
        {
            Assert.That(page, Does.Contain($"value of {column}"), column);
            Assert.That(WebUtility.HtmlDecode(page), Does.Contain($"<dt>{TextsOf(language).Columns[column]}</dt>"), column);
        }

        foreach (var category in Register.Categories.Where(category => category.Holds.Count > 0))
        {
            Assert.That(
                WebUtility.HtmlDecode(page),
                Does.Contain($" {category.Purpose.In(language)}.").And.Contain($" {category.Kept.In(language)}."), category.Key);
        }

        Assert.That(page, Does.Not.Contain($"<h2>{TextsOf(language).Other}</h2>"), "every column belongs to a category");
    }

    [Test]
    public void Page_OwnNumberInEveryRow_IsOnItOnce()
    {
        var tables = Register.Tables.Where(table => table.Name is "Participants" or "Consents" or "Invitations");
        var page = Write("nl", "Sam", [.. tables.Select(table => Rows(table, column => column == "PersonId" ? "own-number" : column))]);

        Assert.That(page.Split("own-number"), Has.Length.EqualTo(2));
        Assert.That(page, Does.Contain(">Layer<").And.Contain(">RuleId<"));
    }

    [Test]
    public void Page_SecretsAndOthers_AreNotOnIt([ValueSource(nameof(Languages))] string language)
    {
        var page = Write(language, "Sam", [.. Register.Tables.Select(table => Rows(table, column => $"value of {table.Name}.{column}"))]);

        Assert.That(page, Does.Not.Contain("Nonce").And.Not.Contain("ClientState").And.Not.Contain("OtherKey").And.Not.Contain("OpenerId"));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("\"><img src=x onerror=alert(1)>")]
    [TestCase("</bdi></dd></dl></main><h1>Anders</h1>")]
    [TestCase("&lt;b&gt; & ' \u202e\u2066 \0 {name} {{x}}")]
    [TestCase("# *kop* [x](javascript:alert(1))")]
    public void Page_WithHostileNamesAndWords_ShowsThemAsText(string words)
    {
        var table = Register.Tables.Single(table => table.Name == "RitualMembers");
        var page = Write("nl", words, [Rows(table, _ => words)]);
        var harmless = Write("nl", "Sam", [Rows(table, _ => "Sam")]);

        Assert.That(TagsOf(page), Is.EqualTo(TagsOf(harmless)), "what people type adds no element");
        Assert.That(page, Does.Contain(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(words)));
    }

    [Test]
    public void Page_Values_AreInTheReadersWordsAndZone([ValueSource(nameof(Languages))] string language)
    {
        var moment = Instant.FromUtc(2026, 1, 5, 8, 30);
        var table = Register.Tables.Single(table => table.Name == "Participants");
        var values = new Dictionary<string, object?>
        {
            ["JoinedAt"] = moment, ["Mail"] = null, ["TurnsLeftOut"] = 2,
            ["Preferences"] = new Preferences
            {
                Days = [IsoDayOfWeek.Tuesday], DayStarts = new LocalTime(9, 5), Kinds = [Core.People.Offer.Walk], OpensTable = true,
            },
        };
        var page = WebUtility.HtmlDecode(Write(language, "Sam", [Rows(table, column => values.GetValueOrDefault(column))]));
        var nl = language == "nl";

        Assert.That(page, Does.Contain(nl ? "maandag 5 januari 2026, 09:30" : "Monday 5 January 2026, 09:30"));
        Assert.That(page, Does.Contain(nl ? "<li>dinsdag</li>" : "<li>Tuesday</li>").And.Contain("09:05"));
        Assert.That(page, Does.Contain(nl ? "<li>Wandeling</li>" : "<li>Walk</li>"));
        Assert.That(page, Does.Contain(nl ? "<dt>Je opent een tafel voor anderen</dt><dd>ja</dd>" : "<dd>yes</dd>"));
        Assert.That(page, Does.Contain(nl ? "<dt>Je mailadres</dt><dd>niets" : "<dt>Your mail address</dt><dd>nothing"));
        Assert.That(page, Does.Contain(nl ? "Sinds maandag 5 januari 2026" : "Since Monday 5 January 2026"));
    }

    [Test]
    public void Page_Topics_AreNamedInTheReadersLanguage_AlsoTheOnesTakenOffTheList([ValueSource(nameof(Languages))] string language)
    {
        var table = Register.Tables.Single(table => table.Name == "PersonTopics");
        var page = WebUtility.HtmlDecode(Write(language, "Sam", [Rows(table, column => column switch
        {
            "Talk" => new TopicPick(["Cooking", "knitting"], ["<i>schaken</i>"]),
            "Tell" => TopicPick.Nothing,
            _ => "",
        })]));
        var (tell, nothing) = (TextsOf(language).Columns["PersonTopics.Tell"], TextsOf(language).Empty);

        Assert.That(page, Does.Contain(language == "nl" ? "Eten en koken" : "Food and cooking"));
        Assert.That(page, Does.Contain("<li><bdi>knitting</bdi></li><li><bdi><i>schaken</i></bdi></li>"), "the page itself has it encoded");
        Assert.That(page, Does.Contain($"<dt>{tell}</dt><dd>{nothing}"));
    }

    [Test]
    public void Page_WithNothing_SaysSo([ValueSource(nameof(Languages))] string language) =>
        Assert.That(Write(language, "Sam", []), Does.Contain(TextsOf(language).Nothing));

    [Test]
    public void Texts_CoverTheRegister([ValueSource(nameof(Languages))] string language)
    {
        var texts = TextsOf(language);
        Assert.That(texts.Columns.Keys, Is.EquivalentTo(Exported()), "each exported column has a label, and no other");
        Assert.That(
            texts.Headings.Keys,
            Is.EquivalentTo(Register.Categories.Where(category => category.Holds.Count > 0).Select(category => category.Key)));
        Assert.That(
            texts.Retention.Keys,
            Is.EquivalentTo(typeof(RetentionTexts).GetFields().Select(field => (string)field.GetRawConstantValue()!)));
        Assert.That(
            texts.Values.Keys,
            Is.EquivalentTo(EnumsInExports().SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}"))));
        foreach (var type in RecordsInExports())
        {
            Assert.That(texts.Parts.Keys, Is.SupersetOf(PartsOf(type).Select(part => part.Name)), type.Name);
        }
    }

    [Test]
    public void Texts_AreTheSameInBothLanguages_AndHaveNoExclamationMarks()
    {
        var (dutch, english) = (TextsOf("nl"), TextsOf("en"));
        Assert.That(dutch.Parts.Keys, Is.EquivalentTo(english.Parts.Keys));
        Assert.That(dutch.NotShown, Has.Count.EqualTo(english.NotShown.Count));
        string[] all = [.. dutch.Columns.Values, .. dutch.Parts.Values, .. dutch.Values.Values, .. dutch.NotShown, dutch.Intro];
        Assert.That(all, Has.None.Contains("!"));
    }

    private static string Write(string language, string name, IReadOnlyList<PersonalRows> found) =>
        new ReadablePage(Register.Tables, Register.Categories, () => ListedTopic.Shipped).Write(Samples.Reader(language), name, found);

    private static PersonalRows Rows(PersonalTable table, Func<string, object?> valueOf) => new(
        table.Name, DataKind.Preferences,
        [table.Columns.Where(column => column.IsExported).ToImmutableDictionary(column => column.Name, column => valueOf(column.Name))],
        null);

    private static List<string> Exported() =>
    [
        .. Register.Tables.SelectMany(
            table => table.Columns.Where(column => column.IsExported).Select(column => $"{table.Name}.{column.Name}")),
    ];

    private static string TagsOf(string page) =>
        string.Concat(System.Text.RegularExpressions.Regex.Matches(page, "<[^>]*>").Select(match => match.Value));

    // The types of the columns in rows, and everything inside them.
    private static List<Type> EnumsInExports() => [.. TypesInExports().Where(type => type.IsEnum && type != typeof(IsoDayOfWeek))];

    private static List<Type> RecordsInExports() =>
    [
        .. TypesInExports().Where(type => !type.IsEnum && type.Namespace?.StartsWith("TeamsConnectBot", StringComparison.Ordinal) == true
            && !WithWordsOfTheirOwn.Contains(type)),
    ];

    private static HashSet<Type> TypesInExports()
    {
        var found = new HashSet<Type>();
        foreach (var table in Register.Tables)
        {
            var row = table.GetType().GetGenericArguments()[0];
            foreach (var column in table.Columns.Where(column => column.IsExported))
            {
                Add(row.GetProperty(column.Name)!.PropertyType, found);
            }
        }

        return found;
    }

    private static void Add(Type type, HashSet<Type> found)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Add(argument, found);
            }
        }
        else if (type.Namespace?.StartsWith("TeamsConnectBot", StringComparison.Ordinal) == true && found.Add(type) && !type.IsEnum
            && !WithWordsOfTheirOwn.Contains(type))
        {
            foreach (var part in PartsOf(type))
            {
                Add(part.PropertyType, found);
            }
        }
    }

    private static IEnumerable<PropertyInfo> PartsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(part => part.SetMethod is not null);
}

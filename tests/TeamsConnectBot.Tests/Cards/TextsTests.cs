using System.Text.RegularExpressions;
using TeamsConnectBot.Admin.Web;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Shipped;
using TeamsConnectBot.Core.Rules.Words;
using TeamsConnectBot.Privacy.Readable;

namespace TeamsConnectBot.Tests.Cards;

internal sealed partial class TextsTests
{
    private static readonly string[] Languages = ["nl", "en"];

    [Test]
    public void All_HasDutchAndEnglish() => Assert.That(Texts.All.Keys, Is.EquivalentTo(Languages));

    [TestCase("nl", "nl")]
    [TestCase("NL-be", "nl")]
    [TestCase("en-GB", "en")]
    [TestCase("fr-FR", "en")]
    [TestCase("", "en")]
    [TestCase(null, "en")]
    public void For_Locale_FallsBackToEnglish(string? locale, string expected) =>
        Assert.That(Texts.For(locale).Language, Is.EqualTo(expected));

    [Test]
    public void Parse_MissingKey_FailsNamingTheKey([ValueSource(nameof(Languages))] string language)
    {
        var whole = File(language);
        foreach (var (path, parent, key) in Keys(whole).ToList())
        {
            // Spoken languages are an open list; the test that compares the languages' keys covers them.
            if (path.StartsWith("spokenLanguages.", StringComparison.Ordinal))
            {
                continue;
            }

            var value = parent[key];
            parent.Remove(key);
            Assert.That(
                () => Texts.Parse(whole.ToJsonString(), language), Throws.InvalidOperationException.With.Message.Contains(key), path);
            parent[key] = value;
        }
    }

    [Test]
    public void Parse_UnknownKey_FailsNamingTheKey([ValueSource(nameof(Languages))] string language)
    {
        var whole = File(language);
        whole["invitation"]!["sumary"] = "x";
        Assert.That(() => Texts.Parse(whole.ToJsonString(), language), Throws.InvalidOperationException.With.Message.Contains("sumary"));
    }

    [Test]
    public void Parse_NullText_Fails()
    {
        var whole = File("nl");
        whole["noLuck"]!["line"] = null;
        Assert.That(() => Texts.Parse(whole.ToJsonString(), "nl"), Throws.InvalidOperationException);
    }

    [Test]
    public void Languages_HaveTheSameKeysAndPlaceholders()
    {
        var english = Shape("en");
        Assert.Multiple(() =>
        {
            foreach (var language in Languages)
            {
                Assert.That(Shape(language), Is.EqualTo(english), language);
            }
        });
    }

    [Test]
    public void Texts_AreTrimmedAndHaveNoExclamationMarks([ValueSource(nameof(Languages))] string language)
    {
        foreach (var (path, text) in Strings(File(language)))
        {
            Assert.That(text, Does.Not.Contain('!'), path);
            Assert.That(text, Is.EqualTo(text.Trim()).And.Not.Empty, path);
        }
    }

    [Test]
    public void Summaries_RevealNothing([ValueSource(nameof(Languages))] string language)
    {
        var summaries = Strings(File(language)).Where(text => text.Path.EndsWith(".summary", StringComparison.Ordinal)).ToList();
        Assert.That(summaries, Has.Count.GreaterThan(20));
        foreach (var (path, text) in summaries)
        {
            Assert.That(text, Does.Not.Match(@"(?i)\b(AI|need|nodig|behoefte|copilot|coffee|koffie)\b"), path);
            Assert.That(text, Does.Not.Contain('{'), path);
            Assert.That(text, Has.Length.LessThanOrEqualTo(60), path);
        }
    }

    [Test]
    public void Questions_AreManyShortAndUnique([ValueSource(nameof(Languages))] string language)
    {
        var questions = Texts.For(language).Questions;
        Assert.That(questions, Has.Count.GreaterThanOrEqualTo(60).And.Count.EqualTo(Texts.For("en").Questions.Count));
        Assert.That(questions, Is.Unique);
        Assert.That(questions, Has.All.EndsWith("?").And.All.Length.LessThanOrEqualTo(90));
    }

    [Test]
    public void Questions_AvoidPrivateSubjects([ValueSource(nameof(Languages))] string language) =>
        Assert.That(Texts.For(language).Questions, Has.None.Match(
            @"(?i)\b(AI|copilot|chatgpt|health|sick|gezondheid|ziek|stress|mood|stemming|feel|voel|"
            + "married|getrouwd|partner|kids|kinderen|gezin|family|"
            + @"salary|salaris|target|doelen|performance|prestatie|religion|geloof|politics|politiek)\b"));

    // 'Your data goes on' also means the opposite.
    [Test]
    public void English_AboutErasing_SaysErased()
    {
        var english = Texts.For("en");

        Assert.That(english.Stopped.Kept.Text, Does.StartWith("Your data is erased on {date}."));
        Assert.That(english.ForgetMe.Line, Does.StartWith("All of it is erased right away"));
        Assert.That(ReadableTexts.All["en"].Columns["Invitations.FactsUntil"], Is.EqualTo("The reasons are erased on"));
    }

    [Test]
    public void Help_AsAnOffer_HasOneNameEverywhere([ValueSource(nameof(Languages))] string language)
    {
        var name = Texts.For(language).Offers.Help.Name;

        Assert.That(PageTexts.For(language)["offer.help"], Is.EqualTo(name).IgnoreCase);
        Assert.That(ReadableTexts.All[language].Values["Offer.Help"], Is.EqualTo(name));
        Assert.That(
            RuleText.Change(
                RuleDifference.Between(ShippedRules.Everybody, ShippedRules.Everybody with { Offer = Offer.Help }).Single(), language),
            Does.EndWith(name).IgnoreCase);
    }

    [Test]
    public void Time_HasAllDaysAndMonths([ValueSource(nameof(Languages))] string language)
    {
        var time = Texts.For(language).Time;
        Assert.That(new[] { time.Weekdays.Count, time.WeekdaysShort.Count }, Is.All.EqualTo(7));
        Assert.That(new[] { time.Months.Count, time.MonthsShort.Count }, Is.All.EqualTo(12));
    }

    private static JsonObject File(string language)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream($"Texts.{language}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static IEnumerable<(string Path, JsonObject Parent, string Key)> Keys(JsonObject node, string prefix = "")
    {
        foreach (var (key, value) in node.ToList())
        {
            yield return (prefix + key, node, key);
            if (value is not JsonObject child)
            {
                continue;
            }

            foreach (var inner in Keys(child, $"{prefix}{key}."))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<(string Path, string Text)> Strings(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value!)),
        JsonArray items => items.SelectMany(item => Strings(item!)),
        _ => [(node.GetPath(), node.GetValue<string>())],
    };

    private static IReadOnlyList<string> Shape(string language) =>
    [
        .. Strings(File(language))
            .Select(text => $"{text.Path} {string.Join(' ', Placeholder().Matches(text.Text).Select(match => match.Value).Order())}")
            .Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"\{[^}]*\}?")]
    private static partial Regex Placeholder();
}

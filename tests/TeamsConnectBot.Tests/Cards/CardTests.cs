using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeamsConnectBot.BotFramework.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Tests.Shared;

namespace TeamsConnectBot.Tests.Cards;

/// <summary>Rules that every card must follow, in both languages, even with the worst names a directory can hold.</summary>
internal sealed partial class CardTests
{
    private static IEnumerable<TestCaseData> EveryCard() =>
        from language in Texts.All.Keys.Order(StringComparer.Ordinal)
        from worst in new[] { false, true }
        from sample in (worst ? Samples.Worst : Samples.Everyday).All()
        select new TestCaseData(sample.Card, language).SetArgDisplayNames(sample.Name, language, worst ? "worst" : "everyday");

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Serialised_IsParsedBackUnchanged(object card, string language)
    {
        var json = Build(card, language).ToJson();
        Assert.That(AdaptiveCard.Parse(json).ToJson(), Is.EqualTo(json));
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Built_StaysBelow28KB(object card, string language)
    {
        var bytes = Encoding.UTF8.GetByteCount(Build(card, language).ToJson());
        TestContext.Out.WriteLine($"{bytes} bytes");
        Assert.That(bytes, Is.LessThan(AdaptiveCard.MaxBytes));
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Built_IsInTheReadersLanguage(object card, string language)
    {
        Assert.That(Build(card, language).Lang, Is.EqualTo(language));
        Assert.That(Strings(card, language).Concat(Strings(card, language, "choices")), Has.None.Contains('!'));
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Buttons_FitOneRowOnAPhone(object card, string language)
    {
        // Measured in Chromium: about 8 pixels per character plus 32 of padding; on a 360-pixel screen a card is 304 pixels wide.
        foreach (var set in Elements(Root(card, language)).Where(element => Type(element) == "ActionSet"))
        {
            var titles = set.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString()!).ToList();
            Assert.That(titles, Has.Count.InRange(1, 3));
            Assert.That(titles.Sum(title => 8 * title.Length + 32), Is.LessThanOrEqualTo(304), string.Join(" | ", titles));
        }

        Assert.That(Root(card, language).TryGetProperty("actions", out _), Is.False,
            "old clients use the fallback only inside an ActionSet");
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_OnPhones_LosesNoButtonAndAnchorsEveryRegex(object card, string language)
    {
        // Phones drop actions after the fifth, and match a regex against the whole text where the web accepts a partial match.
        foreach (var element in Elements(Root(card, language)))
        {
            if (element.TryGetProperty("actions", out var actions))
            {
                Assert.That(actions.GetArrayLength(), Is.LessThanOrEqualTo(5));
            }

            if (element.TryGetProperty("regex", out var regex))
            {
                Assert.That(regex.GetString(), Does.StartWith("^").And.EndWith("$"));
            }
        }
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_InputThatCanBeHidden_IsNotRequired(object card, string language)
    {
        // Clients validate hidden inputs too but show no error for them, so every button of the card would seem dead.
        var elements = Elements(Root(card, language)).ToList();
        var toggled = elements.Where(element => Type(element) == "Action.ToggleVisibility")
            .SelectMany(action => action.GetProperty("targetElements").EnumerateArray()).Select(target => target.ToString()).ToList();
        var hidden = elements.Where(element =>
            (element.TryGetProperty("isVisible", out var visible) && !visible.GetBoolean())
            || (element.TryGetProperty("id", out var id) && toggled.Contains(id.GetString()!)));
        Assert.That(
            hidden.SelectMany(Elements).Where(element => element.TryGetProperty("isRequired", out var required) && required.GetBoolean()),
            Is.Empty);
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Choices_HaveAValueThatClientsReturnUnchanged(object card, string language)
    {
        // Clients submit an empty value as 'on', and join the values of a multiple choice with commas.
        foreach (var choice in Elements(Root(card, language))
            .Where(element => Type(element) == "Input.ChoiceSet" && element.TryGetProperty("choices", out _))
            .SelectMany(element => element.GetProperty("choices").EnumerateArray()))
        {
            Assert.That(choice.GetProperty("value").GetString(), Is.Not.Empty.And.Not.Contains(","));
        }
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Buttons_CarryIdNonceAndAKnownVerb(object card, string language)
    {
        foreach (var button in Elements(Root(card, language)).Where(element => Type(element) == "Action.Execute"))
        {
            Assert.That(Samples.VerbNames(), Does.Contain(button.GetProperty("verb").GetString()));
            Assert.That(button.GetProperty("data").GetProperty("id").GetString(), Is.EqualTo(Samples.Ref.Id.ToString()));
            Assert.That(button.GetProperty("data").GetProperty("nonce").GetString(), Is.EqualTo(Samples.Ref.Nonce));
            Assert.That(button.GetProperty("data").EnumerateObject().Count(), Is.EqualTo(2), "the client must send back nothing else");
            Assert.That(button.GetProperty("fallback").GetProperty("data").GetProperty("verb").GetString(),
                Is.EqualTo(button.GetProperty("verb").GetString()));
        }
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Inputs_HaveALabelAndAUniqueId(object card, string language)
    {
        var inputs = Elements(Root(card, language)).Where(element => Type(element).StartsWith("Input.", StringComparison.Ordinal)).ToList();
        foreach (var input in inputs)
        {
            Assert.That(input.GetProperty("label").GetString(), Is.Not.Empty);
            if (input.TryGetProperty("isRequired", out _))
            {
                Assert.That(input.GetProperty("errorMessage").GetString(), Is.Not.Empty);
            }
        }

        Assert.That(inputs.Select(input => input.GetProperty("id").GetString()), Is.Unique);
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_NameFromTheDirectory_CannotBecomeMarkupOrReverseTheLine(object card, string language)
    {
        foreach (var text in Strings(card, language).Except(ButtonTitles(card, language)))
        {
            Assert.That(Markup().IsMatch(text), Is.False, text);
            foreach (var line in text.Split('\n').Select(line => OwnMarkdown().Replace(line, ""))
                .Where(line => !line.StartsWith("https://teams.microsoft.com/", StringComparison.Ordinal)))
            {
                Assert.That(WebMarkdown.Shown(line), Is.Not.Null, line);
                Assert.That(PhoneMarkdown.Shown(line), Is.Not.Null, line);
            }
        }

        // Every client shows buttons and choices as plain text.
        foreach (var text in Strings(card, language, "choices").Concat(ButtonTitles(card, language)))
        {
            Assert.That(Invisible().IsMatch(text), Is.False, text);
        }
    }

    [TestCaseSource(nameof(EveryCard))]
    public void Card_Summary_NamesNobody(object card, string language)
    {
        var summary = ((Card)card).Summary(Texts.For(language));
        Assert.That(summary, Is.Not.Empty.And.Length.LessThanOrEqualTo(70));
        Assert.That(summary, Does.Not.Contain("Noor").And.Not.Contain("Sam").And.Not.Contain("נועה"));
        Assert.That(summary, Does.Not.Match(@"(?i)\b(AI|need|nodig)\b"));
    }

    [Test]
    public void Samples_CoverEveryCard() =>
        Assert.That(Samples.Everyday.All().Select(sample => sample.Card.GetType()).Distinct(), Is.EquivalentTo(Samples.CardTypes()));

    [Test]
    public void Verbs_AreUnique() => Assert.That(Samples.VerbNames(), Is.Unique);

    [Test]
    public void Verbs_AreEachOnAButton()
    {
        var shown = Samples.Everyday.All()
            .SelectMany(sample => Elements(Root(sample.Card, "nl")))
            .Where(element => Type(element) == "Action.Execute")
            .Select(button => button.GetProperty("verb").GetString()!)
            .Distinct();
        Assert.That(shown, Is.EquivalentTo(Samples.VerbNames()));
    }

    private static AdaptiveCard Build(object card, string language) => ((Card)card).Build(Samples.Reader(language));

    private static JsonElement Root(object card, string language) => JsonElement.Parse(Build(card, language).ToJson());

    private static string Type(JsonElement element) => element.GetProperty("type").GetString()!;

    private static IEnumerable<JsonElement> Elements(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject()
            .Where(member => member.Name != "fallback")
            .SelectMany(member => Elements(member.Value))
            .Concat(node.TryGetProperty("type", out _) ? [node] : []),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Elements),
        _ => [],
    };

    /// <summary>Everything a person can read on the card, except choices, which clients show as plain text.</summary>
    private static IEnumerable<string> Strings(object card, string language) =>
        Strings(card, language, "text", "title", "label", "errorMessage", "facts");

    private static IEnumerable<string> ButtonTitles(object card, string language) =>
        Elements(Root(card, language)).Where(element => Type(element).StartsWith("Action.", StringComparison.Ordinal))
            .Select(button => button.GetProperty("title").GetString()!);

    private static IEnumerable<string> Strings(object card, string language, params string[] members) =>
        Elements(Root(card, language)).SelectMany(element => element.EnumerateObject())
            .Where(member => members.Contains(member.Name))
            .SelectMany(member => member.Value.ValueKind == JsonValueKind.Array
                ? member.Value.EnumerateArray().SelectMany(row => row.EnumerateObject()).Select(cell => cell.Value.GetString()!)
                : [member.Value.GetString()!]);

    /// <summary>
    /// A link, a reference, a tag, code, a date function, an unfilled placeholder, or an invisible character that disturbs the text.
    /// </summary>
    [GeneratedRegex(@"\]\(|\]:|<[A-Za-z/!?]|(?<!\\)`|\{\{|\{(?!decision\})|[\u202E\u0007]")]
    private static partial Regex Markup();

    /// <summary>The markdown that the bot's own texts use: bullets and bold.</summary>
    [GeneratedRegex(@"^- |(?<!\\)\*\*")]
    private static partial Regex OwnMarkdown();

    [GeneratedRegex(@"[\u202E\u0007]")]
    private static partial Regex Invisible();
}

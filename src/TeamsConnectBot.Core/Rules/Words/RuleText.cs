using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>Puts rules into plain words, the same for admins, the works council and participants.</summary>
public static class RuleText
{
    private static readonly RuleWords Dutch = new(isDutch: true);
    private static readonly RuleWords English = new(isDutch: false);

    /// <summary>
    /// The one sentence of a rule: who is asked, for what and when. Rules that are the same have the same sentence, and rules that differ
    /// in this have different ones.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language"><c>nl</c> for Dutch, anything else for English.</param>
    /// <param name="nameOf">The display name of a pool; without it the id is used.</param>
    public static string Sentence(Rule rule, string language, Func<string, string>? nameOf = null) =>
        string.Concat(Parts(rule, language, nameOf).Select(part => part.Text));

    /// <summary>
    /// The sentence for somebody the rule selected. It does not say by what: their own card tells them nothing about themselves here that
    /// the rule's 'why' and its facts do not.
    /// </summary>
    public static string SentenceForSelected(Rule rule, string language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var words = In(language);
        var people = rule.When.IsAlways ? null : words.WhomItIsFor;
        return string.Concat(RuleSentence.Of(rule, words, people, Named(nameOf)).Select(part => part.Text));
    }

    /// <summary>The sentence in parts that can be changed by themselves.</summary>
    public static IReadOnlyList<SentencePart> Parts(Rule rule, string language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RuleSentence.Of(rule, In(language), null, Named(nameOf));
    }

    /// <summary>The sentence, and what else a rule says: limits, order, weights, and what is kept.</summary>
    public static IReadOnlyList<string> Sentences(Rule rule, string language, Func<string, string>? nameOf = null) =>
        [Sentence(rule, language, nameOf), .. Further(rule, language)];

    /// <summary>The sentences after the first.</summary>
    public static IReadOnlyList<string> Further(Rule rule, string language)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var words = In(language);
        return
        [
            .. words.More(rule.Offer) is { } more ? [more] : Array.Empty<string>(),
            words.Budget(rule.Budget.MostPerWeek, rule.Budget.LongestBackOffWeeks),
            words.Order(rule.Order),
            words.Weights(rule.WeightsInUse),
            words.Keeps(rule.KeepFactsDays, rule.GroupMinimum),
        ];
    }

    /// <summary>The people a condition selects, as 'people who …'.</summary>
    public static string Condition(Condition condition, string language) => ConditionWords.Say(condition, In(language));

    /// <summary>How a change uses more data, in one sentence.</summary>
    public static string Wider(WiderUse wider, string language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(wider);
        var words = In(language);
        return wider is { Kind: WideningKind.NewSignal, Before: "" } && Enum.TryParse<Signal>(wider.After, out var signal)
            ? words.NewSignal(words.Of(signal))
            : words.Wider(
                wider with { Before = Number(wider.Before), After = Number(wider.After) },
                wider.Kind == WideningKind.LargerAudience ? Audience(wider.After, words, nameOf) : "");
    }

    /// <summary>One field that differs, in one line.</summary>
    public static string Change(FieldChange change, string language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        var words = In(language);
        var (before, after) = (Value(change.Field, change.Before, words, nameOf), Value(change.Field, change.After, words, nameOf));
        return $"{words.Field(change.Field)}: {before} → {after}";
    }

    private static RuleWords In(string language) => language == "nl" ? Dutch : English;

    private static Func<string, string> Named(Func<string, string>? nameOf) => nameOf ?? (id => id);

    private static string Number(string text) => text.Replace("weights.aiUse ", "", StringComparison.Ordinal);

    // The names made by DataUse are stored in approvals for years.
    private static string Audience(string after, RuleWords words, Func<string, string>? nameOf)
    {
        return after.Split(' ', 2) switch
        {
            ["departmentIn", "*"] => $"{words.SomePeople} {words.OtherDepartments}",
            ["departmentIn", var department] => $"{words.SomePeople} {words.Department([department])}",
            ["band", "none"] => $"{words.SomePeople} {words.OfBand(AiUseBand.None)}",
            ["band", var name] when RuleFields.Bands.TryGetValue(name, out var band) => $"{words.SomePeople} {words.OfBand(band)}",
            ["*"] => words.AllPools,
            _ => string.Join(", ", after.Split(", ").Select(Named(nameOf))),
        };
    }

    private static string Value(string field, string? json, RuleWords words, Func<string, string>? nameOf)
    {
        if (json is null)
        {
            return field switch { "when" => words.Everybody, "offer" => words.OwnOffer, _ => words.Nothing };
        }

        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        return (field, value.ValueKind) switch
        {
            ("when", _) => ConditionWords.Say(new ConditionReader(new ProblemList()).Read(value, field), words),
            ("pools", JsonValueKind.Array) => value.GetArrayLength() == 0
                ? words.AllPools
                : string.Join(", ", value.EnumerateArray().Select(pool => Named(nameOf)(pool.GetString()!))),
            ("offer", JsonValueKind.String) when RuleFields.Offers.TryGetValue(value.GetString()!, out var offer) => words.OfferName(offer),
            ("weights.unknownStandsFor", JsonValueKind.String) when RuleFields.Bands.TryGetValue(value.GetString()!, out var band) =>
                words.Band(band),
            ("quietHours.from" or "quietHours.to", JsonValueKind.String) => value.GetString()!,
            (_, JsonValueKind.String) => $"‘{value.GetString()}’",
            (_, JsonValueKind.Number) => value.GetInt32().ToString(CultureInfo.InvariantCulture),
            _ => json,
        };
    }
}

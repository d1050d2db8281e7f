using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.Rules.Comparing;
using TeamsConnectBot.Core.Rules.Conditions;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Rules.Reading;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Words;

/// <summary>Says rules in plain words, the same for admins, the works council and participants.</summary>
public static class RuleText
{
    private const string AiUsePoints = "weights.aiUse ";

    private static readonly FrozenDictionary<string, RuleWords> Languages =
        new Dictionary<string, RuleWords> { ["nl"] = new DutchRuleWords(), ["en"] = new EnglishRuleWords() }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a rule does, in a few sentences: whom it selects, with what, how often, and what is kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language"><c>nl</c>, or anything else for English.</param>
    /// <param name="nameOf">What people call a pool; without it its id is said.</param>
    public static IReadOnlyList<string> Sentences(Rule rule, string language, Func<string, string>? nameOf = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var words = In(language);
        return
        [
            words.Whom(
                [.. rule.Pools.Select(Named(nameOf))], rule.When is AllOf { Items.IsEmpty: true } ? null : Condition(rule.When, language)),
            words.What(rule.Offer),
            words.HowOften(rule.CadenceWeeks, rule.Budget.MostPerWeek, rule.Budget.LongestBackOffWeeks),
            .. rule.QuietHours is { } quiet ? [words.Quiet(quiet)] : Array.Empty<string>(),
            words.Keeps(rule.KeepFactsDays, rule.GroupMinimum),
        ];
    }

    /// <summary>Whom a condition selects, as 'people who …'.</summary>
    public static string Condition(Condition condition, string language) => ConditionWords.Say(condition, In(language));

    /// <summary>How a change uses more, in one sentence.</summary>
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
        return $"{words.Field(change.Field)}: {Value(change.Field, change.Before, words, nameOf)} → {Value(change.Field, change.After, words, nameOf)}";
    }

    private static RuleWords In(string language) => Languages.GetValueOrDefault(language) ?? Languages["en"];

    private static Func<string, string> Named(Func<string, string>? nameOf) => nameOf ?? (id => id);

    private static string Number(string text) => text.StartsWith(AiUsePoints, StringComparison.Ordinal) ? text[AiUsePoints.Length..] : text;

    // Approvals keep these names for years: see DataUse, which makes them.
    private static string Audience(string after, RuleWords words, Func<string, string>? nameOf)
    {
        const string department = "departmentIn ", band = "band ";
        var whom = after switch
        {
            "departmentIn *" => words.OtherDepartments,
            _ when after.StartsWith(department, StringComparison.Ordinal) => words.Department([after[department.Length..]]),
            "band none" => words.OfBand(AiUseBand.None),
            _ when after.StartsWith(band, StringComparison.Ordinal) && RuleFields.Bands.TryGetValue(after[band.Length..], out var which) =>
                words.OfBand(which),
            _ => null,
        };
        return whom is not null
            ? $"{words.SomePeople} {whom}"
            : after == "*" ? words.AllPools
            : string.Join(", ", after.Split(", ").Select(Named(nameOf)));
    }

    private static string Value(string field, string? json, RuleWords words, Func<string, string>? nameOf)
    {
        if (json is null)
        {
            return field switch
            {
                "when" => words.Everybody,
                "offer" => words.OwnOffer,
                _ => words.Nothing,
            };
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

using System.Collections.Frozen;

namespace TeamsConnectBot.Core.Rules;

/// <summary>Says rules in plain words, the same for admins, the works council and participants.</summary>
public static class RuleText
{
    private static readonly FrozenDictionary<string, RuleWords> Languages =
        new Dictionary<string, RuleWords> { ["nl"] = new DutchRuleWords(), ["en"] = new EnglishRuleWords() }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a rule does, in a few sentences: whom it selects, with what, how often, and what is kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="language"><c>nl</c>, or anything else for English.</param>
    public static IReadOnlyList<string> Sentences(Rule rule, string language)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var words = In(language);
        return
        [
            words.Whom(rule.Pools, rule.When is AllOf { Items.IsEmpty: true } ? null : Condition(rule.When, language)),
            words.What(rule.Offer),
            words.HowOften(rule.CadenceWeeks, rule.Budget.MostPerWeek, rule.Budget.LongestBackOffWeeks),
            .. rule.QuietHours is { } quiet ? [words.Quiet(quiet)] : Array.Empty<string>(),
            words.Keeps(rule.KeepFactsDays, rule.GroupMinimum),
        ];
    }

    /// <summary>A condition as the rest of 'people …'.</summary>
    public static string Condition(Condition condition, string language) => Say(condition, In(language), isInside: false);

    /// <summary>How a change uses more, in one sentence.</summary>
    public static string Wider(WiderUse wider, string language)
    {
        ArgumentNullException.ThrowIfNull(wider);
        var words = In(language);
        return wider is { Kind: WideningKind.NewSignal, Before: "" } && Enum.TryParse<Signal>(wider.After, out var signal)
            ? words.NewSignal(words.Of(signal))
            : words.Wider(wider);
    }

    /// <summary>One field that differs, in one line.</summary>
    public static string Change(FieldChange change, string language)
    {
        ArgumentNullException.ThrowIfNull(change);
        var words = In(language);
        return $"{words.Field(change.Field)}: {change.Before ?? words.Nothing} → {change.After ?? words.Nothing}";
    }

    private static RuleWords In(string language) => Languages.GetValueOrDefault(language) ?? Languages["en"];

    private static string Say(Condition condition, RuleWords words, bool isInside) => condition switch
    {
        AllOf { Items.IsEmpty: true } => words.Anything,
        AllOf all => Join(all.Items, words, words.And, isInside),
        AnyOf any => Join(any.Items, words, words.Or, isInside),
        Negation not => words.Not(Say(not.Item, words, isInside: true)),
        DepartmentIn departments => words.Department([.. departments.Names]),
        Threshold threshold => words.Of(threshold),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "No words for this condition."),
    };

    // Brackets only where one lies in the other: 'and' in 'or' would else be read either way.
    private static string Join(IReadOnlyCollection<Condition> items, RuleWords words, string between, bool isInside)
    {
        var all = string.Join($" {between} ", items.Select(item => Say(item, words, isInside: items.Count > 1)));
        return isInside && items.Count > 1 ? $"({all})" : all;
    }
}

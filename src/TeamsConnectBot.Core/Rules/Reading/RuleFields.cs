using System.Collections.Frozen;
using System.Text.Json;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules.Definition;
using TeamsConnectBot.Core.Signals;

namespace TeamsConnectBot.Core.Rules.Reading;

/// <summary>A numeric field of a rule and its range.</summary>
internal sealed record NumberField(string Name, int Least, int Most, Func<Rule, int> Get)
{
    public string Allowed => $"{Least} … {Most}";
}

/// <summary>Every field of a rule with its range. Reading, writing and comparing are based on these lists.</summary>
internal static class RuleFields
{
    public const int LongestName = 80;
    public const int LongestWhy = 300;
    public const int LongestId = 60;
    public const int LongestDepartment = 128;
    public const int MaxInList = 50;
    public const string IdPattern = "^[a-z0-9][a-z0-9-]{0,59}$";

    public static IReadOnlyList<NumberField> Numbers { get; } =
    [
        new("order", 1, 1000, rule => rule.Order),
        new("cadenceWeeks", 0, 26, rule => rule.CadenceWeeks),
        new("mostPerWeek", 0, 5, rule => rule.Budget.MostPerWeek),
        new("longestBackOffWeeks", 1, 26, rule => rule.Budget.LongestBackOffWeeks),
        new("keepFactsDays", 1, 365, rule => rule.KeepFactsDays),
        new("groupMinimum", Insights.Aggregate.LowestMinimum, 1000, rule => rule.GroupMinimum),
    ];

    public static IReadOnlyList<NumberField> Weights { get; } =
    [
        new("contact", 0, 1000, rule => rule.Weights.Contact),
        new("contactDays", 1, 365, rule => rule.Weights.ContactDays),
        new("aiUse", 0, 1000, rule => rule.Weights.AiUse),
        new("turnsLeftOut", 0, 1000, rule => rule.Weights.TurnsLeftOut),
        new("newcomer", 0, 1000, rule => rule.Weights.Newcomer),
        new("newcomerDays", 1, 365, rule => rule.Weights.NewcomerDays),
        new("remote", 0, 1000, rule => rule.Weights.Remote),
        new("ownRequest", 0, 1000, rule => rule.Weights.OwnRequest),
    ];

    public static FrozenDictionary<string, Offer> Offers { get; } =
        Enum.GetValues<Offer>().ToFrozenDictionary(offer => JsonNamingPolicy.CamelCase.ConvertName($"{offer}"), StringComparer.Ordinal);

    /// <summary>The bands for conditions and for an unknown band, without 'none': everybody is at least in that band.</summary>
    public static FrozenDictionary<string, AiUseBand> Bands { get; } = new Dictionary<string, AiUseBand>
    {
        ["some"] = AiUseBand.Some,
        ["mostDays"] = AiUseBand.MostDays,
        ["nearlyEveryDay"] = AiUseBand.NearlyEveryDay,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } =
    [
        "$schema", "format", "id", "name", "why", "pools", "when", "offer", "quietHours", "weights", .. Numbers.Select(field => field.Name),
    ];

    public static string NameOf(Offer offer) => Offers.First(pair => pair.Value == offer).Key;

    public static string NameOf(AiUseBand band) => Bands.First(pair => pair.Value == band).Key;

    /// <summary>The allowed values, in the order of their enum.</summary>
    public static string Choice<T>(FrozenDictionary<string, T> values) =>
        string.Join(", ", values.OrderBy(pair => pair.Value).Select(pair => pair.Key));
}

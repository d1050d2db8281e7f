using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What somebody would like, on the preferences card alone: the welcome does not ask so much.</summary>
/// <param name="Kinds">What they would come for, at least one.</param>
/// <param name="WeeksBetween">An invitation every so many weeks at most.</param>
/// <param name="Topics">What they like to talk about; may be empty.</param>
/// <param name="PrefersNewPeople">Rather somebody new than somebody they met before.</param>
internal sealed record WishesForm(IReadOnlyList<Offer> Kinds, int WeeksBetween, IReadOnlyList<Topic> Topics, bool PrefersNewPeople)
{
    internal const string New = "new";
    internal const string Known = "known";

    /// <summary>What can be chosen. A lunch has its own hours and a hand its own reason: rules offer those.</summary>
    public static IReadOnlyList<Offer> AllKinds { get; } = [Offer.Coffee, Offer.Walk, Offer.CoWorking];

    public static IReadOnlyList<int> AllWeeks { get; } = [1, 2, 4];

    /// <summary>Whether the card asked for wishes at all.</summary>
    public static bool IsIn(JsonElement data) =>
        data.ValueKind == JsonValueKind.Object && new[] { Inputs.Kinds, Inputs.Weeks, Inputs.Topics, Inputs.Company }.Any(key => data.TryGetProperty(key, out _));

    /// <summary>Reads a click's data; null when anything in it could not have come from the card as we made it.</summary>
    public static WishesForm? Read(JsonElement data)
    {
        var kinds = Names<Offer>(data, Inputs.Kinds);
        var topics = Names<Topic>(data, Inputs.Topics);
        if (kinds is not { Count: > 0 } || kinds.Except(AllKinds).Any() || topics is null) return null;
        if (WeeksOf(data) is not { } weeks) return null;

        return PreferencesForm.Text(data, Inputs.Company) switch
        {
            New => new(kinds, weeks, topics, true),
            Known => new(kinds, weeks, topics, false),
            _ => null,
        };
    }

    /// <returns>The key of the first field that can't be used; null when all can.</returns>
    public static string? Problem(JsonElement data) => !IsIn(data) ? null
        : Names<Offer>(data, Inputs.Kinds) is not { Count: > 0 } kinds || kinds.Except(AllKinds).Any() ? Inputs.Kinds
        : WeeksOf(data) is null ? Inputs.Weeks
        : PreferencesForm.Text(data, Inputs.Company) is not (New or Known) ? Inputs.Company
        : Names<Topic>(data, Inputs.Topics) is null ? Inputs.Topics
        : null;

    /// <summary>What was filled in, each field that can be used; the others as they were.</summary>
    public static WishesForm Filled(JsonElement data, WishesForm otherwise) => new(
        Names<Offer>(data, Inputs.Kinds) is { Count: > 0 } kinds && !kinds.Except(AllKinds).Any() ? kinds : otherwise.Kinds,
        WeeksOf(data) ?? otherwise.WeeksBetween,
        Names<Topic>(data, Inputs.Topics) ?? otherwise.Topics,
        PreferencesForm.Text(data, Inputs.Company) switch { New => true, Known => false, _ => otherwise.PrefersNewPeople });

    private static int? WeeksOf(JsonElement data) =>
        int.TryParse(PreferencesForm.Text(data, Inputs.Weeks), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
            && AllWeeks.Contains(weeks)
            ? weeks
            : null;

    private static List<T>? Names<T>(JsonElement data, string key)
        where T : struct, Enum
    {
        var values = new List<T>();
        foreach (var name in PreferencesForm.Values(data, key))
        {
            // By name only: a number would name a value no card shows.
            if (!Enum.GetNames<T>().Contains(name)) return null;
            values.Add(Enum.Parse<T>(name));
        }

        return values;
    }
}

using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What somebody would like. Only the preferences card asks for it, to keep the welcome short.</summary>
/// <param name="Kinds">What they would come for, at least one.</param>
/// <param name="WeeksBetween">The least number of weeks between invitations.</param>
/// <param name="Topics">What they like to talk about; may be empty.</param>
/// <param name="PrefersNewPeople">Whether they prefer somebody new to somebody they met before.</param>
internal sealed record WishesForm(IReadOnlyList<Offer> Kinds, int WeeksBetween, IReadOnlyList<Topic> Topics, bool PrefersNewPeople)
{
    internal const string New = "new";
    internal const string Known = "known";

    /// <summary>What can be chosen. Lunch and help depend on the hour and on a reason, so only rules offer them.</summary>
    public static IReadOnlyList<Offer> AllKinds { get; } = [Offer.Coffee, Offer.Walk, Offer.CoWorking];

    public static IReadOnlyList<int> AllWeeks { get; } = [1, 2, 4];

    /// <summary>Whether the card asked for wishes at all.</summary>
    public static bool IsIn(JsonElement data) =>
        new[] { Inputs.Kinds, Inputs.Weeks, Inputs.Topics, Inputs.Company }.Any(key => PreferencesForm.Has(data, key));

    /// <summary>Reads a click's data; null when anything in it is invalid.</summary>
    public static WishesForm? Read(JsonElement data) => !IsIn(data) || Problem(data) is not null ? null : new(
        Names<Offer>(data, Inputs.Kinds)!, WeeksOf(data)!.Value, Names<Topic>(data, Inputs.Topics)!,
        PreferencesForm.Text(data, Inputs.Company) == New);

    /// <returns>The key of the first invalid field; null when all are valid.</returns>
    public static string? Problem(JsonElement data) => !IsIn(data) ? null
        : Names<Offer>(data, Inputs.Kinds) is not { Count: > 0 } kinds || kinds.Except(AllKinds).Any() ? Inputs.Kinds
        : WeeksOf(data) is null ? Inputs.Weeks
        : PreferencesForm.Text(data, Inputs.Company) is not (New or Known) ? Inputs.Company
        : Names<Topic>(data, Inputs.Topics) is null ? Inputs.Topics
        : null;

    /// <summary>The form with every valid field filled in, and the others unchanged.</summary>
    public static WishesForm Filled(JsonElement data, WishesForm otherwise) => new(
        Names<Offer>(data, Inputs.Kinds) is { Count: > 0 } kinds && !kinds.Except(AllKinds).Any() ? kinds : otherwise.Kinds,
        WeeksOf(data) ?? otherwise.WeeksBetween, Names<Topic>(data, Inputs.Topics) ?? otherwise.Topics,
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
            // By name only, because Enum.Parse also accepts numbers.
            if (!Enum.GetNames<T>().Contains(name))
            {
                return null;
            }

            values.Add(Enum.Parse<T>(name));
        }

        return values;
    }
}

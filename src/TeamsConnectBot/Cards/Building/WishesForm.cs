using System.Globalization;
using System.Text.Json;
using TeamsConnectBot.Core.People;

namespace TeamsConnectBot.Cards.Building;

/// <summary>What somebody would like. Only the preferences card asks for it, to keep the welcome short.</summary>
/// <param name="Kinds">What they would come for, at least one.</param>
/// <param name="WeeksBetween">The least number of weeks between invitations.</param>
/// <param name="PrefersNewPeople">Whether they prefer somebody new to somebody they met before.</param>
/// <param name="PrefersOtherDepartment">
/// Whether they would rather meet somebody of another department; null when the card did not ask.
/// </param>
internal sealed record WishesForm(
    IReadOnlyList<Offer> Kinds, int WeeksBetween, bool PrefersNewPeople, bool? PrefersOtherDepartment = false)
{
    internal const string New = "new";
    internal const string Known = "known";

    /// <summary>What can be chosen. Help needs a reason, so only rules offer it.</summary>
    public static IReadOnlyList<Offer> AllKinds { get; } = [Offer.Coffee, Offer.Walk, Offer.Lunch, Offer.CoWorking, Offer.Learning];

    public static IReadOnlyList<int> AllWeeks { get; } = [1, 2, 4];

    /// <summary>Whether the card asked for wishes at all.</summary>
    public static bool IsIn(JsonElement data) =>
        new[] { Inputs.Kinds, Inputs.Weeks, Inputs.Company }.Any(key => PreferencesForm.Has(data, key));

    /// <summary>Reads a click's data; null when anything in it is invalid.</summary>
    public static WishesForm? Read(JsonElement data) => !IsIn(data) || Problem(data) is not null ? null : new(
        KindsOf(data)!, WeeksOf(data)!.Value, PreferencesForm.Text(data, Inputs.Company) == New, DepartmentOf(data));

    /// <returns>The key of the first invalid field; null when all are valid.</returns>
    public static string? Problem(JsonElement data) => !IsIn(data) ? null
        : KindsOf(data) is null ? Inputs.Kinds
        : WeeksOf(data) is null ? Inputs.Weeks
        : PreferencesForm.Text(data, Inputs.Company) is not (New or Known) ? Inputs.Company
        : null;

    /// <summary>The form with every valid field filled in, and the others unchanged.</summary>
    public static WishesForm Filled(JsonElement data, WishesForm otherwise) => new(
        KindsOf(data) ?? otherwise.Kinds, WeeksOf(data) ?? otherwise.WeeksBetween,
        PreferencesForm.Text(data, Inputs.Company) switch { New => true, Known => false, _ => otherwise.PrefersNewPeople },
        DepartmentOf(data) ?? otherwise.PrefersOtherDepartment);

    private static bool? DepartmentOf(JsonElement data) =>
        PreferencesForm.Has(data, Inputs.OtherDepartment) ? PreferencesForm.Text(data, Inputs.OtherDepartment) == "true" : null;

    private static int? WeeksOf(JsonElement data) =>
        int.TryParse(PreferencesForm.Text(data, Inputs.Weeks), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks)
            && AllWeeks.Contains(weeks)
            ? weeks
            : null;

    private static List<Offer>? KindsOf(JsonElement data)
    {
        // By name only, because Enum.Parse also accepts numbers.
        var names = PreferencesForm.Values(data, Inputs.Kinds);
        return names.Count > 0 && names.All(name => AllKinds.Any(kind => $"{kind}" == name)) ? names.ConvertAll(Enum.Parse<Offer>) : null;
    }
}

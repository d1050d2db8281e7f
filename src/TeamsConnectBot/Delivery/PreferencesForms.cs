using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;

namespace TeamsConnectBot.Delivery;

/// <summary>Maps a person's choices to the form and back. A suggestion that is left as it is does not count as a choice.</summary>
internal static class PreferencesForms
{
    private static readonly LocalTime DayStarts = new(9, 0);
    private static readonly LocalTime DayEnds = new(17, 0);
    private static readonly IsoDayOfWeek[] Weekdays = [.. WorkingHours.MondayToFriday.Order()];

    /// <param name="person">Whose choices.</param>
    /// <param name="hasSources">
    /// Whether the organisation switched on a source of AI days; a person who allowed one before can still withdraw that.
    /// </param>
    /// <param name="keepsLunchFree">Whether their pool has a lunch break, which only people who chose lunch give up.</param>
    public static PreferencesForm Of(Participant person, bool hasSources, bool keepsLunchFree)
    {
        var chosen = person.Preferences;
        return new PreferencesForm(
            person.GapsAllowedAt is not null,
            person.OwnWordAllowedAt is not null,
            chosen.Languages.Length > 0 ? [.. chosen.Languages] : [person.Language],
            chosen.Days.Length > 0 ? [.. chosen.Days] : Weekdays,
            chosen.DayStarts ?? DayStarts,
            chosen.DayEnds ?? DayEnds,
            [.. chosen.OfficeDays],
            chosen.InPerson,
            chosen.Online)
        {
            AllowSources = hasSources || person.SourcesAllowedAt is not null ? person.SourcesAllowedAt is not null : null,
            Wishes = new WishesForm(
                chosen.Kinds.Length > 0 ? [.. chosen.Kinds] : Suggested(keepsLunchFree),
                chosen.WeeksBetween,
                chosen.PrefersNewPeople,
                chosen.PrefersOtherDepartment),
        };
    }

    public static Preferences Read(PreferencesForm form, Preferences before, bool keepsLunchFree) =>
        Wishes(form.Wishes, before, keepsLunchFree) with
        {
            Languages = [.. form.Languages],
            Days = form.Days.Order().SequenceEqual(Weekdays) ? [] : [.. form.Days.Order()],
            DayStarts = HasUsualHours(form) ? null : form.From,
            DayEnds = HasUsualHours(form) ? null : form.Until,
            OfficeDays = [.. form.OfficeDays.Order()],
            InPerson = form.InPerson,
            Online = form.Online,
        };

    private static Preferences Wishes(WishesForm? wishes, Preferences before, bool keepsLunchFree) => wishes is null ? before : before with
    {
        Kinds = wishes.Kinds.Order().SequenceEqual(Suggested(keepsLunchFree)) ? [] : [.. wishes.Kinds.Order()],
        WeeksBetween = wishes.WeeksBetween,
        PrefersNewPeople = wishes.PrefersNewPeople,
        PrefersOtherDepartment = wishes.PrefersOtherDepartment ?? before.PrefersOtherDepartment,
    };

    private static List<Offer> Suggested(bool keepsLunchFree) =>
        [.. WishesForm.AllKinds.Where(kind => !(keepsLunchFree && kind == Offer.Lunch))];

    private static bool HasUsualHours(PreferencesForm form) => form.From == DayStarts && form.Until == DayEnds;
}

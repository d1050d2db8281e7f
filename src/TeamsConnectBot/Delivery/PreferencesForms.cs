using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
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
    public static PreferencesForm Of(Participant person, bool hasSources)
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
                chosen.Kinds.Length > 0 ? [.. chosen.Kinds] : WishesForm.AllKinds,
                chosen.WeeksBetween,
                [.. chosen.Topics],
                chosen.PrefersNewPeople),
        };
    }

    public static Preferences Read(PreferencesForm form, Preferences before) => Wishes(form.Wishes, before) with
    {
        Languages = [.. form.Languages],
        Days = form.Days.Order().SequenceEqual(Weekdays) ? [] : [.. form.Days.Order()],
        DayStarts = HasUsualHours(form) ? null : form.From,
        DayEnds = HasUsualHours(form) ? null : form.Until,
        OfficeDays = [.. form.OfficeDays.Order()],
        InPerson = form.InPerson,
        Online = form.Online,
    };

    private static Preferences Wishes(WishesForm? wishes, Preferences before) => wishes is null ? before : before with
    {
        Kinds = wishes.Kinds.Count == WishesForm.AllKinds.Count ? [] : [.. wishes.Kinds.Order()],
        WeeksBetween = wishes.WeeksBetween,
        Topics = [.. wishes.Topics.Order()],
        PrefersNewPeople = wishes.PrefersNewPeople,
    };

    private static bool HasUsualHours(PreferencesForm form) => form.From == DayStarts && form.Until == DayEnds;
}

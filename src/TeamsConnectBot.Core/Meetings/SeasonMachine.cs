using static TeamsConnectBot.Core.Meetings.SeasonState;

namespace TeamsConnectBot.Core.Meetings;

/// <summary>
/// The life of a season. It follows from the answers of both and from their meetings, and nobody is ever told of a step: the two learn of
/// it by meeting again. Their next meetings come about like any other: both are invited without a name, and only two yeses lead to one. So
/// neither learns whether the other asked for it, said no, did not answer, or had no time, and a season that is not continued ends by
/// itself. An event that is not possible in a state changes nothing.
/// </summary>
public static class SeasonMachine
{
    /// <summary>Applies an event.</summary>
    public static Season Apply(Season season, SeasonEvent happened)
    {
        ArgumentNullException.ThrowIfNull(season);
        return happened.Kind switch
        {
            SeasonEventKind.Wanted or SeasonEventKind.Dropped when !season.Has(happened.MemberId) => season,
            SeasonEventKind.Wanted => Wanted(season, happened.MemberId!),
            SeasonEventKind.Dropped => Dropped(season, happened.MemberId!),
            SeasonEventKind.Settled when season.State == Waiting => season with { State = Planned },
            SeasonEventKind.TookPlace when season.State == Planned => season with
            {
                Times = season.Times + 1, State = season.Times + 1 < Season.MostTimes ? Waiting : Done,
            },
            SeasonEventKind.CalledOff when season.State == Planned => season with { State = Waiting },

            // A meeting that is planned still takes place.
            SeasonEventKind.WeeksPassed when season.State is Hoped or Waiting => season with { State = Ended, WantedBy = null },
            _ => season,
        };
    }

    private static Season Wanted(Season season, string memberId) => season switch
    {
        { State: not Hoped } => season,
        { WantedBy: { } first } when first != memberId => season with { State = Waiting, WantedBy = null },
        _ => season with { WantedBy = memberId },
    };

    private static Season Dropped(Season season, string memberId) => season.State switch
    {
        Hoped => season.WantedBy == memberId ? season with { WantedBy = null } : season,
        Waiting or Planned => season with { State = Ended },
        _ => season,
    };
}

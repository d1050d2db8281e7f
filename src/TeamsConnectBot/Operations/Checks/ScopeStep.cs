using TeamsConnectBot.Graph.Schedules;
using TeamsConnectBot.Graph.Transport;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Operations.Checks;

/// <summary>
/// Checks whether Exchange's limit covers members of the group, direct and nested, and refuses everybody else. It asks only about people
/// whom an admin names because they agreed to it, and about a quarter of an hour at night, a year ahead: the answer says whether they may
/// be asked about, and nothing about them. It is neither shown nor kept.
/// </summary>
internal sealed class ScopeStep(ScopePeople people, GraphSchedules schedules, CheckArguments arguments, TimeProvider clock) : CheckStep
{
    public const string People = "scope:people";

    public static readonly Finding NoDirect = new(
        "no-direct", "not tried: nobody was named who is in a pool's group directly.",
        "Give --member with the sign-in name of somebody who is, and who agreed to it.") { State = CheckState.NotTried };

    public static readonly Finding NoNested = new(
        "no-nested", "not tried: nobody was named who is in a pool's group through another group.",
        "If your groups contain groups, give --member with the sign-in name of somebody who is, and who agreed to it.")
        { State = CheckState.NotTried };

    public static readonly Finding NoOutsider = new(
        "no-outsider", "not tried: nobody was named who is in no pool's group.",
        "Give --outside with the sign-in name of somebody who is in none, and who agreed to it; a test account will do.")
        { State = CheckState.NotTried };

    public static readonly Finding DirectRefused = new(
        "direct-refused", "Exchange refuses the free/busy of …, who is in the group directly.",
        "Is the same person in the mail-enabled group that infra/grant-permissions.ps1 was given? A change there can take two hours.");

    public static readonly Finding NestedRefused = new(
        "nested-refused", "Exchange refuses the free/busy of …, who is in the group through another group.",
        "Exchange's filter MemberOfGroup counts direct members only: put these people into the mail-enabled group themselves, or add their "
        + "group to the filter with -or (docs/permissions.md).");

    public static readonly Finding OutsiderAllowed = new(
        "outsider-allowed", "the free/busy of … can be read, who is in no pool's group: the limit to the group is not in effect.",
        "Take Calendars.* away from the app in Entra, because it adds up with Exchange's roles. If there is none: is this person in the "
        + "mail-enabled group, and is the scope of 'TeamsConnectBot free-busy' right? A change can take two hours.");

    public static readonly Finding NoMailbox = new(
        "person-without-mailbox", "… has no mailbox, so the limit could not be tried.", "Name somebody who has one.")
        { State = CheckState.NotTried };

    public static readonly Finding NoAnswer = new(
        "scope-unknown", "Exchange gave no usable answer about …: ….", "Try again in a few minutes.") { State = CheckState.NotTried };

    private static readonly Duration Ahead = Duration.FromDays(365);
    private static readonly Duration Length = Duration.FromMinutes(15);

    public override IEnumerable<Check> Checks
    {
        get
        {
            if (arguments.Members.Count + arguments.Outsiders.Count > 0)
            {
                yield return new Check(People, "people named to try the limit", FindAsync)
                    { Needs = [TokenStep.ForGraph, PermissionsStep.Key] };
            }

            yield return Of("scope:direct", "free/busy of a direct member", ScopePlace.Direct, NoDirect);
            yield return Of("scope:nested", "free/busy of a nested member", ScopePlace.Nested, NoNested);
            yield return Of("scope:outside", "free/busy of somebody outside", ScopePlace.Outside, NoOutsider);
        }
    }

    private Check Of(string key, string subject, ScopePlace place, Finding nobody) =>
        new(key, subject, cancellationToken => TryAsync(place, nobody, cancellationToken)) { Needs = [People, MailboxStep.FreeBusy] };

    private async Task<CheckResult> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await people.FindAsync(cancellationToken) ?? CheckResult.Good();
        }
        catch (GraphUnavailableException failure)
        {
            return GraphFindings.For(failure, ScopePeople.Denied, DirectoryStep.NoGroup);
        }
    }

    private async Task<CheckResult> TryAsync(ScopePlace place, Finding nobody, CancellationToken cancellationToken)
    {
        var named = people.Found.Where(person => person.Place == place).ToList();
        if (named.Count == 0)
        {
            return nobody.With();
        }

        var night = clock.GetCurrentInstant().InUtc().Date.AtMidnight().InUtc().ToInstant() + Ahead;
        var requests = named.Select(person => new MailboxRequest(person.Argument, person.Mail)).ToList();
        var answers = await schedules.ReadAsync(requests, new Interval(night, night + Length), cancellationToken)
            .OrderBy(answer => answer.PersonId, StringComparer.Ordinal).ToListAsync(cancellationToken);
        return answers.Select(answer => Judge(place, answer)).MaxBy(Severity)!;
    }

    private static CheckResult Judge(ScopePlace place, ScheduleAnswer answer) => (answer, place) switch
    {
        (UnknownSchedule { Reason: ScheduleFailure.NoAccess }, ScopePlace.Direct) => DirectRefused.With(answer.PersonId),
        (UnknownSchedule { Reason: ScheduleFailure.NoAccess }, ScopePlace.Nested) => NestedRefused.With(answer.PersonId),
        (UnknownSchedule { Reason: ScheduleFailure.NoAccess }, _) => CheckResult.Good(),
        (UnknownSchedule { Reason: ScheduleFailure.NoMailbox }, _) => NoMailbox.With(answer.PersonId),
        (UnknownSchedule unknown, _) => NoAnswer.With(answer.PersonId, $"{unknown.Reason}"),
        (_, ScopePlace.Outside) => OutsiderAllowed.With(answer.PersonId),
        _ => CheckResult.Good(),
    };

    // When several people were named, the worst of their results is reported.
    private static int Severity(CheckResult result) => result.State switch
    {
        CheckState.Wrong => 2,
        CheckState.NotTried => 1,
        _ => 0,
    };
}

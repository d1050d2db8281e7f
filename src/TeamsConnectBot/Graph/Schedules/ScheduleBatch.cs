using System.Net;
using System.Text;
using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>The result of one batch: answers, and groups that failed as a whole and may be split.</summary>
internal sealed record ScheduleBatch(
    IReadOnlyList<ScheduleAnswer> Answers, IReadOnlyList<(ScheduleGroup Group, ScheduleFailure Reason)> Failed,
    IReadOnlyList<HttpStatusCode> FailedStatuses, int Throttles)
{
    public static ScheduleBatch AllUnknown(IEnumerable<ScheduleGroup> groups, ScheduleFailure reason, int throttles) =>
        new([.. groups.SelectMany(group => Unknown(group, reason))], [], [], throttles);

    public static ScheduleBatch Read(IReadOnlyList<ScheduleGroup> groups, BatchOutcome outcome, ScheduleReader reader)
    {
        var answers = new List<ScheduleAnswer>();
        var failed = new List<(ScheduleGroup, ScheduleFailure)>();
        var statuses = new List<HttpStatusCode>();
        foreach (var (group, part) in groups.Zip(outcome.Answers))
        {
            if (part.IsSuccess && TryRead(group, part, reader) is { } known)
            {
                answers.AddRange(known);
                continue;
            }

            statuses.Add(part.Status);
            if (FailureForAll(part.Status) is { } reason)
            {
                answers.AddRange(Unknown(group, reason));
            }
            else
            {
                failed.Add((group, FailureOfGroup(part)));
            }
        }

        return new ScheduleBatch(answers, failed, statuses, outcome.Throttles);
    }

    // These concern the service mailbox or Graph itself, so smaller groups would fail as well.
    private static ScheduleFailure? FailureForAll(HttpStatusCode status) => GraphTransport.FailureOf(status) switch
    {
        GraphFailure.Denied => ScheduleFailure.NoAccess,
        GraphFailure.Throttled => ScheduleFailure.Throttled,
        null when status is HttpStatusCode.NotFound => ScheduleFailure.NoAccess,
        null when status is 0 => ScheduleFailure.Unreadable,
        _ => null,
    };

    private static ScheduleFailure FailureOfGroup(BatchAnswer part) =>
        GraphTransport.FailureOf(part.Status) is GraphFailure.Unreachable ? ScheduleFailure.GraphDown
        : IsTooMany(part) ? ScheduleFailure.TooMany
        : ScheduleFailure.Unreadable;

    private static List<ScheduleAnswer>? TryRead(ScheduleGroup group, BatchAnswer part, ScheduleReader reader)
    {
        var rows = new Dictionary<string, ScheduleRow?>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var item in JsonSlices.Items(part.Body, "value"))
            {
                var (id, row) = ScheduleRow.Read(item);
                if (id is not null)
                {
                    rows[id] = row;
                }
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return [.. from mailbox in @group.Mailboxes
                   let row = rows.GetValueOrDefault(mailbox.Key)
                   from person in mailbox
                   select row is null ? new UnknownSchedule(person, ScheduleFailure.Unreadable) : reader.Read(person, row)];
    }

    private static IEnumerable<ScheduleAnswer> Unknown(ScheduleGroup group, ScheduleFailure reason) =>
        group.People.Select(person => new UnknownSchedule(person, reason));

    // Graph reports this error by number or in words, depending on where it occurred.
    private static bool IsTooMany(BatchAnswer part)
    {
        var text = Encoding.UTF8.GetString(part.Body.Span[..Math.Min(part.Body.Length, 2000)]);
        return text.Contains("\"5006\"", StringComparison.Ordinal)
            || text.Contains("too many calendar entries", StringComparison.OrdinalIgnoreCase);
    }
}

using System.Net;
using System.Text;
using System.Text.Json;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>What one batch brought: answers, and groups that failed as a whole and may be split.</summary>
internal sealed record ScheduleBatch(
    IReadOnlyList<ScheduleAnswer> Answers,
    IReadOnlyList<(ScheduleGroup Group, ScheduleFailure Reason)> Failed,
    IReadOnlyList<HttpStatusCode> FailedStatuses,
    int Throttles)
{
    public static ScheduleBatch AllUnknown(IEnumerable<ScheduleGroup> groups, ScheduleFailure reason, int throttles) =>
        new([.. groups.SelectMany(g => Unknown(g, reason))], [], [], throttles);

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
            switch (GraphTransport.FailureOf(part.Status))
            {
                // These are about the service mailbox or about Graph, so smaller groups would fail just the same.
                case GraphFailure.Denied:
                    answers.AddRange(Unknown(group, ScheduleFailure.NoAccess));
                    break;
                case GraphFailure.Throttled:
                    answers.AddRange(Unknown(group, ScheduleFailure.Throttled));
                    break;
                case null when part.Status is HttpStatusCode.NotFound:
                    answers.AddRange(Unknown(group, ScheduleFailure.NoAccess));
                    break;
                case null when part.Status is 0:
                    answers.AddRange(Unknown(group, ScheduleFailure.Unreadable));
                    break;
                case GraphFailure.Unreachable:
                    failed.Add((group, ScheduleFailure.GraphDown));
                    break;
                default:
                    failed.Add((group, IsTooMany(part) ? ScheduleFailure.TooMany : ScheduleFailure.Unreadable));
                    break;
            }
        }

        return new ScheduleBatch(answers, failed, statuses, outcome.Throttles);
    }

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

        return [.. group.Mailboxes.SelectMany(mailbox => mailbox.Select(person =>
            rows.GetValueOrDefault(mailbox.Key) is { } row ? reader.Read(person, row) : new UnknownSchedule(person, ScheduleFailure.Unreadable)))];
    }

    private static IEnumerable<ScheduleAnswer> Unknown(ScheduleGroup group, ScheduleFailure reason) =>
        group.People.Select(p => new UnknownSchedule(p, reason));

    // Graph names this error by number or in words, depending on where it arose.
    private static bool IsTooMany(BatchAnswer part)
    {
        var text = Encoding.UTF8.GetString(part.Body.Span[..Math.Min(part.Body.Length, 2000)]);
        return text.Contains("\"5006\"", StringComparison.Ordinal) || text.Contains("too many calendar entries", StringComparison.OrdinalIgnoreCase);
    }
}

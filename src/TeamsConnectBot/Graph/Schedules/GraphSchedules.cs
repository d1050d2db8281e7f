using System.Runtime.CompilerServices;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.Graph.Schedules;

/// <summary>Reads free/busy, working hours and zone, with up to 20 mailboxes per request and 20 requests per batch.</summary>
internal sealed partial class GraphSchedules(GraphBatch batch, IOptions<GraphOptions> options, ILogger<GraphSchedules> logger)
{
    /// <summary>Graph refuses a window of this length or longer.</summary>
    private static readonly Duration LongestWindow = Duration.FromDays(62);

    /// <summary>
    /// One answer for every requested person, in no particular order, as batches complete. If reading someone's schedule fails, their
    /// answer says why; an exception is thrown only for a window that Graph would refuse.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is empty, open or lasts 62 days or more.</exception>
    public IAsyncEnumerable<ScheduleAnswer> ReadAsync(
        IReadOnlyCollection<MailboxRequest> people, Interval window, CancellationToken cancellationToken) =>
        window is { HasStart: true, HasEnd: true } && window.Duration > Duration.Zero && window.Duration < LongestWindow
            ? ReadCoreAsync(people, window, cancellationToken)
            : throw new ArgumentOutOfRangeException(
                nameof(window), window, "Graph reads free/busy for a bounded window, not empty and shorter than 62 days.");

    private async IAsyncEnumerable<ScheduleAnswer> ReadCoreAsync(
        IReadOnlyCollection<MailboxRequest> people, Interval window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var person in people.Where(p => string.IsNullOrWhiteSpace(p.Mail)))
        {
            yield return new UnknownSchedule(person.PersonId, ScheduleFailure.NoMailbox);
        }

        var groups = people.Where(p => !string.IsNullOrWhiteSpace(p.Mail))
            .GroupBy(p => p.Mail!.Trim(), p => p.PersonId, StringComparer.OrdinalIgnoreCase)
            .Chunk(options.Value.SchedulesPerRequest)
            .Select(mailboxes => new ScheduleGroup(mailboxes));
        var work = new ScheduleQueue(groups);
        var limit = new AdaptiveLimit(options.Value.MaxConcurrency);
        var running = new List<Task<ScheduleBatch>>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            while (!work.IsEmpty || running.Count > 0)
            {
                while (running.Count < limit.Current && !work.IsEmpty)
                {
                    running.Add(SendAsync(work.Take(options.Value.BatchSize), window, stop.Token));
                }

                var done = await Task.WhenAny(running);
                running.Remove(done);
                var result = await done;
                limit.Report(result.Throttles);
                work.Requeue(result.Failed);
                foreach (var answer in result.Answers.Concat(work.TakeAbandoned()))
                {
                    yield return answer;
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ScheduleBatch> SendAsync(IReadOnlyList<ScheduleGroup> groups, Interval window, CancellationToken cancellationToken)
    {
        try
        {
            var parts = groups.Select(group => group.ToPart(options.Value.ServiceMailbox, window)).ToList();
            var outcome = await batch.SendAsync("free/busy", parts, cancellationToken);
            var result = ScheduleBatch.Read(groups, outcome, new ScheduleReader(window));
            foreach (var status in result.FailedStatuses.Distinct())
            {
                Log.PartFailed(logger, result.FailedStatuses.Count(s => s == status), groups.Count, (int)status);
            }

            return result;
        }
        catch (GraphUnavailableException e)
        {
            var reason = e.Failure switch
            {
                GraphFailure.Throttled => ScheduleFailure.Throttled,
                GraphFailure.Denied => ScheduleFailure.NoAccess,
                GraphFailure.Unreadable => ScheduleFailure.Unreadable,
                _ => ScheduleFailure.GraphDown,
            };
            return ScheduleBatch.AllUnknown(groups, reason, throttles: reason == ScheduleFailure.Throttled ? 1 : 0);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Failed} of {Parts} free/busy requests in a batch failed with HTTP {Status}")]
        public static partial void PartFailed(ILogger logger, int failed, int parts, int status);
    }
}

using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.BotFramework.Hosting;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Resilience;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

/// <summary>
/// Sends posts and edits them. 'Sending' is written before the request and what came of it after; a post a crash left in
/// between is sent once more, not oftener. While Teams takes nothing from anyone, posts wait as messages to people do.
/// </summary>
internal sealed partial class PostSender(
    Database database, PostCards cards, PostBox posts, TeamsConnector connector, DeliveryCircuitBreaker breaker, RitualTimers timers,
    TimeProvider clock, IOptions<BotOptions> bot, ILogger<PostSender> logger)
{
    private static readonly Duration ShortestWait = Duration.FromMinutes(1);

    public async Task SendAsync(DueTask task, CancellationToken cancellationToken)
    {
        using var permit = await breaker.EnterAsync(cancellationToken);
        if (permit is null)
        {
            await WaitAsync(task, cancellationToken);
            return;
        }

        if (await ClaimAsync(task, cancellationToken) is not { } claimed)
        {
            return;
        }

        try
        {
            var id = claimed.Space.Kind == SpaceKind.Channel
                ? await connector.CreatePostAsync(claimed.Space.ServiceUrl, claimed.Space.ConversationId, bot.Value.TenantId!, claimed.Activity, cancellationToken)
                : await connector.SendToConversationAsync(claimed.Space.ServiceUrl, claimed.Space.ConversationId, claimed.Activity, cancellationToken);
            await RecordAsync(task, PostState.Accepted, id, cancellationToken);
            await breaker.AcceptedAsync(permit, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            var stops = await FailedAsync(permit, claimed.Space, failure, cancellationToken);
            if (failure.Failure == ConnectorFailure.InDoubt)
            {
                // It may have arrived: it stays 'sending' and is sent once more.
                throw;
            }

            if (stops)
            {
                // It says nothing about this space, so the space is not lost.
                await SetStateAsync(task.SubjectId, PostState.Planned, cancellationToken);
                await WaitAsync(task, cancellationToken);
            }
            else if (IsLost(failure))
            {
                Log.SpaceLost(logger, claimed.Space.Id, failure.Failure);
                await LoseAsync(task, claimed.Space, cancellationToken);
            }
            else if (failure.Failure is ConnectorFailure.BadRequest or ConnectorFailure.TooLarge)
            {
                Log.Refused(logger, claimed.Kind, task.SubjectId, failure.Failure);
                await RecordAsync(task, PostState.Dropped, null, cancellationToken);
            }
            else
            {
                // Nothing arrived; the task tries again later.
                await SetStateAsync(task.SubjectId, PostState.Planned, cancellationToken);
                throw;
            }
        }
    }

    public async Task EditAsync(DueTask task, CancellationToken cancellationToken)
    {
        using var permit = await breaker.EnterAsync(cancellationToken);
        if (permit is null)
        {
            await WaitAsync(task, cancellationToken);
            return;
        }

        // The task goes before the edit: a change during it sets a new one.
        var (post, space, activity) = await database.WriteAsync<(Post Post, Space Space, Activity? Card)>(
            async db =>
            {
                if (await db.Posts.FindAsync([task.SubjectId], cancellationToken) is { State: PostState.Sending } going)
                {
                    // What was sent may show what has just changed.
                    await posts.RefreshLaterAsync(db, going, cancellationToken);
                    return default;
                }

                await Tasks.RemoveAsync(db, DueTaskKind.EditPost, task.SubjectId, cancellationToken);
                return await db.Posts.FindAsync([task.SubjectId], cancellationToken) is { ActivityId: not null } row
                    && await db.Spaces.FindAsync([row.SpaceId], cancellationToken) is { LostAt: null } place
                    ? (row, place, await cards.ComposeAsync(db, row, place, cancellationToken))
                    : default;
            },
            cancellationToken);
        if (activity is null)
        {
            return;
        }

        try
        {
            await connector.UpdateActivityAsync(space.ServiceUrl, space.ConversationId, post.ActivityId!, activity, cancellationToken);
            await breaker.EditedAsync(permit, cancellationToken);
        }
        catch (ConnectorException failure)
        {
            await FailedAsync(permit, space, failure, cancellationToken);

            // Until then the old card stays as it was; a click on it is answered with how things are.
            Log.NotEdited(logger, post.Kind, post.Id, failure.Failure);
            if (failure.IsTransient || failure.Failure == ConnectorFailure.InDoubt)
            {
                // A name that was taken off must not stay because Teams was busy. Editing twice does no harm.
                await database.WriteAsync(db => posts.RefreshLaterAsync(db, post, cancellationToken), cancellationToken);
            }
        }
    }

    // A space counts as one of those in a row who get nothing.
    private async Task<bool> FailedAsync(CircuitPermit permit, Space space, ConnectorException failure, CancellationToken cancellationToken)
    {
        var stops = breaker.Failed(permit, space.Id.ToString(), failure);
        if (stops)
        {
            await breaker.RecordBreakAsync(failure.Failure, cancellationToken);
        }

        return stops;
    }

    // It was not tried, so it counts as no attempt.
    private Task<int> WaitAsync(DueTask task, CancellationToken cancellationToken)
    {
        var until = breaker.OpenUntil ?? clock.GetCurrentInstant() + ShortestWait;
        return database.RunAsync(
            db =>
                db.DueTasks.Where(x => x.Id == task.Id).ExecuteUpdateAsync(set => set.SetProperty(x => x.DueAt, until), cancellationToken),
            cancellationToken);
    }

    private Task<Claimed?> ClaimAsync(DueTask task, CancellationToken cancellationToken) => database.WriteAsync<Claimed?>(
        async db =>
        {
            var post = await db.Posts.FindAsync([task.SubjectId], cancellationToken);
            var space = post is null ? null : await db.Spaces.FindAsync([post.SpaceId], cancellationToken);
            var activity = post is not null && space is { LostAt: null } ? await cards.ComposeAsync(db, post, space, cancellationToken) : null;
            if (post is null || activity is null || post.State is PostState.Accepted or PostState.Dropped || post is { State: PostState.Sending, WasInDoubt: true })
            {
                post?.State = post.State == PostState.Accepted ? PostState.Accepted : PostState.Dropped;
                await Tasks.RemoveAsync(db, DueTaskKind.SendPost, task.SubjectId, cancellationToken);
                return null;
            }

            post.WasInDoubt |= post.State == PostState.Sending;
            post.State = PostState.Sending;
            return new Claimed(space!, post.Kind, activity);
        },
        cancellationToken);

    private Task RecordAsync(DueTask task, PostState state, string? activityId, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Posts.FindAsync([task.SubjectId], cancellationToken) is { } post)
            {
                post.State = state;
                post.ActivityId = activityId;
            }

            await Tasks.RemoveAsync(db, DueTaskKind.SendPost, task.SubjectId, cancellationToken);
        },
        cancellationToken);

    private Task SetStateAsync(Guid postId, PostState state, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await db.Posts.FindAsync([postId], cancellationToken) is { } post)
            {
                post.State = state;
            }
        },
        cancellationToken);

    private async Task LoseAsync(DueTask task, Space space, CancellationToken cancellationToken)
    {
        await RecordAsync(task, PostState.Dropped, null, cancellationToken);
        await database.WriteAsync(
            async db =>
            {
                if (await db.Spaces.FindAsync([space.Id], cancellationToken) is { } row)
                {
                    await LostSpaces.MarkAsync(db, row, timers, clock.GetCurrentInstant(), cancellationToken);
                }
            },
            cancellationToken);
    }

    private static bool IsLost(ConnectorException failure) => failure.IsPermanentForPerson || failure.Failure == ConnectorFailure.NotPermitted;

    private sealed record Claimed(Space Space, PostKind Kind, Activity Activity);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The space {Space} can't be written to any more ({Failure}); its rituals wait")]
        public static partial void SpaceLost(ILogger logger, Guid space, ConnectorFailure failure);

        [LoggerMessage(LogLevel.Warning, "{Kind} {Post} was refused: {Failure}")]
        public static partial void Refused(ILogger logger, PostKind kind, Guid post, ConnectorFailure failure);

        [LoggerMessage(LogLevel.Information, "The card of {Kind} {Post} could not be edited: {Failure}")]
        public static partial void NotEdited(ILogger logger, PostKind kind, Guid post, ConnectorFailure failure);
    }
}

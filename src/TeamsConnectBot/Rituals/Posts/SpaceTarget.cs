using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TeamsConnectBot.BotFramework.Connector;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rituals.Spaces;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Time;

namespace TeamsConnectBot.Rituals.Posts;

internal sealed record MessageToSpace(Post Post, Space Space) : OutgoingMessage(
    Post.Id, Post.Kind.ToString(), Space.Id.ToString(), Space.ServiceUrl, Space.ConversationId, Space.Kind == SpaceKind.Channel);

/// <summary>Posts to channels and group chats, and what follows from their result. When a post is due is kept in its due task.</summary>
internal sealed partial class SpaceTarget(
    Database database, PostCards cards, DeliveryCircuitBreaker breaker, RitualTimers timers, TimeProvider clock, ILogger<SpaceTarget> logger)
    : DeliveryTarget<MessageToSpace>
{
    private static readonly Duration UntilRampHasRoom = Duration.FromMinutes(1);

    /// <summary>When a post that must wait for the circuit is tried again.</summary>
    public Instant RetryAt() => breaker.OpenUntil ?? clock.GetCurrentInstant() + UntilRampHasRoom;

    public override async Task<MessageToSpace?> PrepareAsync(Guid messageId, CancellationToken cancellationToken)
    {
        var message = await database.ReadAsync(db => FindAsync(db, messageId, cancellationToken), cancellationToken);
        if (message is null)
        {
            await database.WriteAsync(db => DueTasks.RemoveAsync(db, DueTaskKind.SendPost, messageId, cancellationToken), cancellationToken);
        }

        return message;
    }

    public override Task<string> OpenConversationAsync(MessageToSpace message, CancellationToken cancellationToken) =>
        Task.FromResult(message.Space.ConversationId);

    /// <summary>
    /// The card is composed in the same transaction, so that a change after it finds the row 'sending' and has the card edited. A row that
    /// is 'sending' already was left so by a crash.
    /// </summary>
    public override Task<Activity?> ClaimAsync(MessageToSpace message, CancellationToken cancellationToken) => database.WriteAsync(
        async db =>
        {
            if (await FindAsync(db, message.Id, cancellationToken) is not var (post, space))
            {
                return null;
            }

            if (post.State == MessageState.Sending)
            {
                TeamsFailures.LeaveInDoubt(post);
            }

            var activity = post.State == MessageState.Planned && space.LostAt is null
                ? await cards.ComposeAsync(db, post, space, cancellationToken)
                : null;
            if (activity is null)
            {
                await DueTasks.RemoveAsync(db, DueTaskKind.SendPost, post.Id, cancellationToken);
            }

            if (post.State == MessageState.Planned)
            {
                post.State = activity is null ? MessageState.Dropped : MessageState.Sending;
            }

            return activity;
        },
        cancellationToken);

    public override Task<MessageState?> AcceptedAsync(MessageToSpace message, string? activityId) => ChangeAsync(
        message.Id,
        (_, post) =>
        {
            (post.State, post.ActivityId) = (MessageState.Accepted, activityId);
            return Task.CompletedTask;
        },
        _ => default);

    public override Task<MessageState?> FailedAsync(MessageToSpace message, FailureOutcome outcome, ConnectorException failure) => ChangeAsync(
        message.Id,
        async (db, post) =>
        {
            switch (outcome)
            {
                case FailureOutcome.InDoubt:
                    TeamsFailures.LeaveInDoubt(post);
                    break;
                case FailureOutcome.TargetUnreachable or FailureOutcome.NotPermitted:
                    post.State = MessageState.Refused;
                    await LoseAsync(db, post.SpaceId, failure.Failure);
                    break;
                default:
                    post.State = outcome == FailureOutcome.Refused ? MessageState.Refused : MessageState.Planned;
                    break;
            }
        },
        task => outcome == FailureOutcome.Postponed ? RetryAt() : clock.GetCurrentInstant() + TeamsFailures.RetryDelay(failure, ++task.Attempts));

    public override Task PutBackAsync(Guid messageId) => database.RunAsync(
        db => db.Posts.Where(row => row.Id == messageId && row.State == MessageState.Sending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MessageState.Planned)),
        CancellationToken.None);

    public static async Task<MessageToSpace?> FindAsync(ConnectDb db, Guid postId, CancellationToken cancellationToken) =>
        await db.Posts.FindAsync([postId], cancellationToken) is { } post
        && await db.Spaces.FindAsync([post.SpaceId], cancellationToken) is { } space
            ? new MessageToSpace(post, space)
            : null;

    private async Task LoseAsync(ConnectDb db, Guid spaceId, ConnectorFailure failure)
    {
        if (await db.Spaces.FindAsync(spaceId) is { } space)
        {
            await LostSpaces.MarkAsync(db, space, timers, clock.GetCurrentInstant(), CancellationToken.None);
            Log.SpaceLost(logger, space.Id, failure);
        }
    }

    // The task is removed unless the post is planned again. A post that is no longer 'sending' was recorded before.
    private Task<MessageState?> ChangeAsync(Guid postId, Func<ConnectDb, Post, Task> change, Func<DueTask, Instant> retryAt) =>
        database.WriteAsync<MessageState?>(
            async db =>
            {
                var post = await db.Posts.FindAsync(postId);
                if (post is { State: MessageState.Sending })
                {
                    await change(db, post);
                }

                if (await DueTasks.FindAsync(db, DueTaskKind.SendPost, postId, CancellationToken.None) is not { } task)
                {
                    return post?.State;
                }

                if (post is { State: MessageState.Planned })
                {
                    task.DueAt = retryAt(task);
                }
                else
                {
                    db.DueTasks.Remove(task);
                }

                return post?.State;
            },
            CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The bot can no longer write to space {Space} ({Failure}); its rituals are suspended")]
        public static partial void SpaceLost(ILogger logger, Guid space, ConnectorFailure failure);
    }
}

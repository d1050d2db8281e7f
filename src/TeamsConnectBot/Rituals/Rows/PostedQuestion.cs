using TeamsConnectBot.Data;

namespace TeamsConnectBot.Rituals.Rows;

/// <summary>The question that an occurrence posted, kept so that it does not come back in the same channel within half a year.</summary>
internal sealed class PostedQuestion
{
    public required Guid OccurrenceId { get; init; }

    public required Guid RitualId { get; init; }

    /// <summary>Where it was posted, even if the ritual moved to another channel since.</summary>
    public required Guid SpaceId { get; init; }

    /// <summary>The question's place in the list of the texts, which is the same in every language.</summary>
    public required int Number { get; init; }

    /// <summary>The day, in the ritual's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Questions whose post did not get into the channel, so that they may still be asked.</summary>
    public static IQueryable<PostedQuestion> NeverSeen(ConnectDb db)
    {
        var posts = db.Messages.Where(post => post.Kind == MessageKind.Occurrence && post.SpaceId != null);
        var lost = posts.Where(post => post.State == MessageState.Dropped || post.State == MessageState.Refused);
        return db.Set<PostedQuestion>().Where(asked => lost.Any(post => post.SubjectId == asked.OccurrenceId)
            && !posts.Any(post => post.SubjectId == asked.OccurrenceId
                && post.State != MessageState.Dropped && post.State != MessageState.Refused));
    }
}

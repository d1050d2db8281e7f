using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>A command for those in office; Graph is asked who they are.</summary>
internal abstract class OfficeCommand(OfficeBook offices) : LookupCommand
{
    /// <summary>Who may; none means everybody, who then get what is for all.</summary>
    protected abstract Offices Who { get; }

    /// <summary>Whether somebody who may not do it for all may have meant themselves.</summary>
    protected virtual bool MayMeanOneself => false;

    public sealed override bool IsForEverybody => Who == Offices.None;

    public sealed override bool IsForOffice => !IsForEverybody;

    public sealed override async Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken)
    {
        var actor = new Actor(person.PersonId, person.Name, await offices.OfAsync(person.PersonId, cancellationToken));
        return Who == Offices.None || actor.Is(Who)
            ? await RunAsync(actor, person.Language, rest, cancellationToken)
            : OfficeCards.Refusal(Words[person.Language][0], Who) with { IsOwnStop = MayMeanOneself };
    }

    /// <param name="actor">Who typed it, with their offices.</param>
    /// <param name="language">Theirs.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Ends with the application.</param>
    protected abstract Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken);
}

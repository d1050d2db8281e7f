using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Roles;

namespace TeamsConnectBot.Admin.Commands;

/// <summary>A command for people with a role. Who has which role is read from Graph.</summary>
internal abstract class RoleCommand(RoleDirectory directory) : LookupCommand
{
    /// <summary>
    /// The roles that may use the command. With <c>None</c>, everybody may use it, and people without a role see only what is public.
    /// </summary>
    protected abstract Role Who { get; }

    /// <summary>Whether a person without the role may have wanted the command to apply to themselves only.</summary>
    protected virtual bool MayMeanOneself => false;

    public sealed override bool IsForEverybody => Who == Role.None;

    public sealed override bool RequiresRole => !IsForEverybody;

    public sealed override async Task<Card> RunAsync(Participant person, string rest, CancellationToken cancellationToken)
    {
        var actor = new Actor(person.PersonId, person.Name, await directory.OfAsync(person.PersonId, cancellationToken));
        return IsForEverybody || actor.Is(Who)
            ? await RunAsync(actor, person.Language, rest, cancellationToken)
            : AdminCards.Refusal(Words[person.Language][0], Who) with { IsOwnStop = MayMeanOneself };
    }

    /// <param name="actor">The person who typed it, with their roles.</param>
    /// <param name="language">Their language.</param>
    /// <param name="rest">What follows the command's words, trimmed.</param>
    /// <param name="cancellationToken">Token to cancel the operation.</param>
    protected abstract Task<Card> RunAsync(Actor actor, string language, string rest, CancellationToken cancellationToken);
}

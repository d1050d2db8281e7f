using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>
/// The bot's answers about somebody's do-not-match list. Anybody in the directory can be named, participant or not, so that an answer
/// reveals nothing about them.
/// </summary>
internal sealed class DoNotMatchReplies(DoNotMatchList book, ColleagueSearch directory)
{
    /// <summary>The person's own list.</summary>
    /// <exception cref="GraphUnavailableException">Names could not be read.</exception>
    public Task<Card> ShowAsync(Participant person, CancellationToken cancellationToken) =>
        ShowAsync(person, DoNotMatchOutcome.Nothing, [], cancellationToken);

    /// <summary>The person's own list, after a click without a choice.</summary>
    /// <exception cref="GraphUnavailableException">Names could not be read.</exception>
    public Task<Card> NothingChosenAsync(Participant person, CancellationToken cancellationToken) =>
        ShowAsync(person, DoNotMatchOutcome.NothingChosen, [], cancellationToken);

    /// <summary>Adds the colleague when what was typed names exactly one, and asks otherwise.</summary>
    /// <exception cref="GraphUnavailableException">The directory could not be read.</exception>
    public async Task<Card> NameAsync(Participant person, string typed, CancellationToken cancellationToken)
    {
        var found = (await directory.SearchAsync(typed, cancellationToken)).Where(one => one.Id != person.PersonId).ToList();
        var meant = found.Where(one => IsFullName(one, typed)).ToList();
        return (found, meant) switch
        {
            ([], _) => await ShowAsync(person, DoNotMatchOutcome.NotFound, [], cancellationToken),
            (_, [var one]) => await KeepAsync(person, one.Id, cancellationToken),
            ([_], _) => await ShowAsync(person, DoNotMatchOutcome.IsThisOne, found, cancellationToken),
            _ => await ShowAsync(person, DoNotMatchOutcome.WhichOne, found, cancellationToken),
        };
    }

    /// <summary>Adds a colleague who was picked, if the directory has them.</summary>
    /// <exception cref="GraphUnavailableException">The directory could not be read.</exception>
    public async Task<Card> PickAsync(Participant person, string picked, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(picked, out var id) || id.ToString() == person.PersonId)
        {
            return await ShowAsync(person, DoNotMatchOutcome.NotFound, [], cancellationToken);
        }

        return await directory.NamesAsync([id.ToString()], cancellationToken) is { Count: 1 }
            ? await KeepAsync(person, id.ToString(), cancellationToken)
            : await ShowAsync(person, DoNotMatchOutcome.NotFound, [], cancellationToken);
    }

    /// <exception cref="GraphUnavailableException">Names could not be read; the entries were removed nevertheless.</exception>
    public async Task<Card> TakeBackAsync(Participant person, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await book.TakeBackAsync(person.PersonId, ids, cancellationToken);
        return await ShowAsync(person, ids.Count == 0 ? DoNotMatchOutcome.Nothing : DoNotMatchOutcome.TakenBack, [], cancellationToken);
    }

    private async Task<Card> KeepAsync(Participant person, string otherId, CancellationToken cancellationToken)
    {
        var kept = await book.AddAsync(person.PersonId, otherId, cancellationToken);
        return await ShowAsync(person, kept ? DoNotMatchOutcome.Kept : DoNotMatchOutcome.TooMany, [], cancellationToken);
    }

    private async Task<Card> ShowAsync(
        Participant person, DoNotMatchOutcome said, IReadOnlyList<DirectoryPerson> found, CancellationToken cancellationToken)
    {
        var own = await book.OfAsync(person.PersonId, cancellationToken);
        var names = await directory.NamesAsync([.. own.Select(row => row.OtherId).OfType<string>()], cancellationToken);
        return new DoNotMatchCard(
            PersonalCards.RefOf(person),
            said,
            [.. own.Select(row => new DoNotMatchEntry(row.Id, row.OtherId is { } id ? names.GetValueOrDefault(id) : null))],
            [.. found.Select(one => new DoNotMatchCandidate(one.Id, one.DisplayName, one.Department))]);
    }

    private static bool IsFullName(DirectoryPerson one, string typed) => NameWords.AreSame(one.DisplayName, typed)
        || new[] { one.Mail, one.UserPrincipalName }.Contains(TypedText.WithoutInvisible(typed).Trim(), StringComparer.OrdinalIgnoreCase);
}

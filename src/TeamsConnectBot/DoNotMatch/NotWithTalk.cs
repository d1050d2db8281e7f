using TeamsConnectBot.BotFramework.Activities;
using TeamsConnectBot.Cards;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Data;
using TeamsConnectBot.Delivery;
using TeamsConnectBot.Graph.People;
using TeamsConnectBot.Graph.Transport;

namespace TeamsConnectBot.DoNotMatch;

/// <summary>
/// What the bot answers to somebody's own wishes. Whoever is in the directory can be named, whether they take part or not,
/// so that an answer tells nothing about them.
/// </summary>
internal sealed class NotWithTalk(NotWithBook book, ColleagueSearch directory)
{
    /// <summary>The person's own list.</summary>
    /// <exception cref="GraphUnavailableException">Names could not be read.</exception>
    public Task<Card> ShowAsync(Participant person, CancellationToken cancellationToken) =>
        ShowAsync(person, NotWithSaid.Nothing, [], cancellationToken);

    /// <summary>The same, to whoever kept nothing.</summary>
    /// <exception cref="GraphUnavailableException">Names could not be read.</exception>
    public Task<Card> NothingChosenAsync(Participant person, CancellationToken cancellationToken) =>
        ShowAsync(person, NotWithSaid.NothingChosen, [], cancellationToken);

    /// <summary>Keeps the wish when what was typed names one colleague, and asks otherwise.</summary>
    /// <exception cref="GraphUnavailableException">The directory could not be read.</exception>
    public async Task<Card> NameAsync(Participant person, string typed, CancellationToken cancellationToken)
    {
        var found = (await directory.SearchAsync(typed, cancellationToken)).Where(one => one.Id != person.PersonId).ToList();
        var meant = found.Where(one => IsWhole(one, typed)).ToList();
        return (found, meant) switch
        {
            ([], _) => await ShowAsync(person, NotWithSaid.NotFound, [], cancellationToken),
            (_, [var one]) => await KeepAsync(person, one.Id, cancellationToken),
            ([_], _) => await ShowAsync(person, NotWithSaid.IsThisOne, found, cancellationToken),
            _ => await ShowAsync(person, NotWithSaid.WhichOne, found, cancellationToken),
        };
    }

    /// <summary>Keeps a wish about somebody who was picked, when the directory has them.</summary>
    /// <exception cref="GraphUnavailableException">The directory could not be read.</exception>
    public async Task<Card> PickAsync(Participant person, string picked, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(picked, out var id) || id.ToString() == person.PersonId)
        {
            return await ShowAsync(person, NotWithSaid.NotFound, [], cancellationToken);
        }

        return await directory.NamesAsync([id.ToString()], cancellationToken) is { Count: 1 }
            ? await KeepAsync(person, id.ToString(), cancellationToken)
            : await ShowAsync(person, NotWithSaid.NotFound, [], cancellationToken);
    }

    /// <exception cref="GraphUnavailableException">Names could not be read; what was taken back is.</exception>
    public async Task<Card> TakeBackAsync(Participant person, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await book.TakeBackAsync(person.PersonId, ids, cancellationToken);
        return await ShowAsync(person, ids.Count == 0 ? NotWithSaid.Nothing : NotWithSaid.TakenBack, [], cancellationToken);
    }

    private async Task<Card> KeepAsync(Participant person, string otherId, CancellationToken cancellationToken)
    {
        var kept = await book.AddAsync(person.PersonId, otherId, cancellationToken);
        return await ShowAsync(person, kept ? NotWithSaid.Kept : NotWithSaid.TooMany, [], cancellationToken);
    }

    private async Task<Card> ShowAsync(Participant person, NotWithSaid said, IReadOnlyList<DirectoryPerson> found, CancellationToken cancellationToken)
    {
        var own = await book.OfAsync(person.PersonId, cancellationToken);
        var names = await directory.NamesAsync([.. own.Select(row => row.OtherId).OfType<string>()], cancellationToken);
        return new NotWithCard(
            PersonalCards.RefOf(person),
            said,
            [.. own.Select(row => new NotWithWish(row.Id, row.OtherId is { } id ? names.GetValueOrDefault(id) : null))],
            [.. found.Select(one => new NotWithFound(one.Id, one.DisplayName, one.Department))]);
    }

    private static bool IsWhole(DirectoryPerson one, string typed) => NameWords.AreSame(one.DisplayName, typed)
        || new[] { one.Mail, one.UserPrincipalName }.Contains(TypedText.WithoutUnseen(typed).Trim(), StringComparer.OrdinalIgnoreCase);
}

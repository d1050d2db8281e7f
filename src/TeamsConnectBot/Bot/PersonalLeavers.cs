using Microsoft.Bot.Schema;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Looks up people whom Teams reports as removed from their own chat with the bot, which also happens when an account is deleted. The
/// directory shows whether the account still exists, so a deleted one is noticed before the daily check.
/// </summary>
internal sealed class PersonalLeavers(Database database, DirectoryCheck directory)
{
    public async Task LookAsync(Activity activity, IReadOnlyList<ChannelAccount> removed, CancellationToken cancellationToken)
    {
        var entra = removed.Select(member => member.AadObjectId).OfType<string>().ToList();
        var ids = removed.Select(member => member.Id).OfType<string>().ToList();
        var conversation = activity.Conversation?.Id;

        // A personal chat belongs to one person, whoever the event names.
        var people = await database.ReadAsync(
            db => db.Participants
                .Where(person => entra.Contains(person.PersonId)
                    || ids.Contains(person.TeamsUserId)
                    || (conversation != null && person.ConversationId == conversation))
                .Select(person => person.PersonId).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var person in people)
        {
            await directory.CheckAsync(person, cancellationToken);
        }
    }
}

using Microsoft.Bot.Schema;
using Microsoft.EntityFrameworkCore;
using TeamsConnectBot.Data;
using TeamsConnectBot.Privacy;

namespace TeamsConnectBot.Bot;

/// <summary>
/// Teams says that somebody is no longer in their own chat with the bot: so it does of an account that was deleted. Whether it is
/// gone, the directory says, at once instead of at the daily look.
/// </summary>
internal sealed class PersonalLeavers(Database database, DirectoryCheck directory)
{
    public async Task LookAsync(Activity activity, IReadOnlyList<ChannelAccount> removed, CancellationToken cancellationToken)
    {
        var entra = removed.Select(member => member.AadObjectId).OfType<string>().ToList();
        var ids = removed.Select(member => member.Id).OfType<string>().ToList();
        var conversation = activity.Conversation?.Id;
        // Only people of whom something is kept; a personal chat has one, whoever the event names.
        var people = await database.ReadAsync(
            db => db.Participants
                .Where(
                    person =>
                        entra.Contains(person.PersonId)
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

using TeamsConnectBot.Conversations;
using TeamsConnectBot.Rituals.Commands;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Types every command, including personal ones, in a channel, where the whole team reads the answer.</summary>
internal sealed class ChannelCrawler(PrivacyWorld world, SharedChat channel)
{
    public async Task<IReadOnlyList<CrawledText>> CrawlAsync(Person person, string role)
    {
        var before = channel.Messages.Count;
        foreach (var words in Sentences())
        {
            await world.Tenant.Channels.SayAsync(channel, person, words);
            await world.Clock.QuietAsync(default);
        }

        return
        [
            .. channel.Messages.Skip(before).Where(message => message.FromBot)
                .Select(message => CrawledText.Of("the team", $"the channel, where the {role} wrote", message)),
        ];
    }

    private IEnumerable<string> Sentences() =>
    [
        .. world.Services.GetServices<ChatCommand>().Select(command => command.Words["nl"][0]),
        .. world.Services.GetServices<RitualCommand>().Select(command => $"ritueel {command.Words["nl"][0]}"),
    ];
}

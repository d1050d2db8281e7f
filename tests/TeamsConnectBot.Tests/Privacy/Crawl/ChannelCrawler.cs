using Microsoft.Extensions.DependencyInjection;
using TeamsConnectBot.Conversations;
using TeamsConnectBot.Rituals.Commands;
using TeamsConnectBot.Sandbox.Tenant;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>Types every command, people's own ones too, where the whole team reads the answer.</summary>
internal sealed class ChannelCrawler(PrivacyWorld world, SharedChat channel)
{
    public async Task<IReadOnlyList<Seen>> CrawlAsync(Person person, string role)
    {
        var before = channel.Messages.Count;
        foreach (var words in Sentences())
        {
            await world.Tenant.Tenant.Channels.SayAsync(channel, person, words);
            await world.Clock.QuietAsync(default);
        }

        return [.. channel.Messages.Skip(before).Where(message => message.FromBot).Select(message => new Seen("the team", $"the channel, where the {role} wrote", $"{message.Text}\n{message.CardJson}\n{message.Summary}"))];
    }

    private IEnumerable<string> Sentences() =>
    [
        .. world.Services.GetServices<ChatCommand>().Select(command => command.Words["nl"][0]),
        .. world.Services.GetServices<RitualCommand>().Select(command => $"ritueel {command.Words["nl"][0]}"),
    ];
}

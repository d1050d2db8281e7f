#!/usr/bin/env bash
# Microsoft.Bot.Builder 4.23.1, TeamsActivityHandler: a conversationUpdate that names both who joined and who left.
#
# Expected: the handler is told of both.
# Seen: it is told only of who joined; who left is dropped without an error or a log line.
#
# Output seen:
#   added: 1, removed: 0
# With membersRemoved alone:
#   added: 0, removed: 1
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Bot.Builder" Version="4.23.1" />
    <PackageReference Include="Microsoft.Identity.Client" Version="4.83.1" />
    <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
    <!-- Not on every registry; nothing here needs it. -->
    <PrunePackageReference Include="AdaptiveCards" Version="3.1.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

await TellAsync(joined: true);
await TellAsync(joined: false);

static async Task TellAsync(bool joined)
{
    // With more than an id, so that the handler need not ask Teams who it is.
    ChannelAccount Person(string id) => new(id) { Properties = JObject.Parse("""{"tenantId":"t"}""") };
    var update = new Activity
    {
        Type = ActivityTypes.ConversationUpdate, ChannelId = "msteams", Id = "1", ServiceUrl = "https://smba.example/",
        From = new ChannelAccount("29:a"), Recipient = new ChannelAccount("28:bot"), Conversation = new ConversationAccount(id: "19:c@thread.tacv2"),
        ChannelData = new TeamsChannelData { EventType = "teamMemberAdded", Team = new TeamInfo("19:t@thread.tacv2") },
        MembersAdded = joined ? [Person("29:joined")] : null,
        MembersRemoved = [Person("29:left")],
    };
    var told = new Told();
    var adapter = new TestAdapter();
    await told.OnTurnAsync(new TurnContext(adapter, update));
    Console.WriteLine($"added: {told.Added}, removed: {told.Removed}");
}

sealed class Told : TeamsActivityHandler
{
    public int Added, Removed;

    protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> members, TeamInfo team, ITurnContext<IConversationUpdateActivity> turn, CancellationToken token)
    {
        Added += members.Count;
        return Task.CompletedTask;
    }

    protected override Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> members, TeamInfo team, ITurnContext<IConversationUpdateActivity> turn, CancellationToken token)
    {
        Removed += members.Count;
        return Task.CompletedTask;
    }
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = $'added: 1, removed: 0\nadded: 0, removed: 1' ] || { echo 'It behaves otherwise now.'; exit 1; }

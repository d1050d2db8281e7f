#!/usr/bin/env bash
# Microsoft.Bot.Connector 4.23.1, Conversations: the service answers 403 BotNotInConversationRoster, first to the call for all
# members, then to the one for a page of members, which replaced it.
#
# Expected: both throw ErrorResponseException, whose Body has the code, as all calls of Conversations do.
# Seen: the paged one throws HttpOperationException, which is unrelated and has no code. A catch for the first one misses it.
#
# Output seen:
#   all members: ErrorResponseException, BotNotInConversationRoster
#   one page: HttpOperationException, no code
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Bot.Connector" Version="4.23.1" />
    <PackageReference Include="Microsoft.Identity.Client" Version="4.83.1" />
    <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
    <!-- Not on every registry; nothing here needs it. -->
    <PrunePackageReference Include="AdaptiveCards" Version="3.1.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Net;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

using var http = new HttpClient(new Service());
using var client = new ConnectorClient(new Uri("https://smba.example/"), (Microsoft.Rest.ServiceClientCredentials)null!, http, false);
await TellAsync("all members", () => client.Conversations.GetConversationMembersAsync("19:c"));
await TellAsync("one page", () => client.Conversations.GetConversationPagedMembersAsync("19:c"));

static async Task TellAsync(string what, Func<Task> call)
{
    try
    {
        await call();
        Console.WriteLine($"{what}: no error");
    }
    catch (Exception e)
    {
        Console.WriteLine($"{what}: {e.GetType().Name}, {(e as ErrorResponseException)?.Body?.Error?.Code ?? "no code"}");
    }
}

sealed class Service : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden)
        {
            Content = new StringContent("""{"error":{"code":"BotNotInConversationRoster","message":"No."}}""", Encoding.UTF8, "application/json"),
            RequestMessage = request,
        });
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = 'all members: ErrorResponseException, BotNotInConversationRoster
one page: HttpOperationException, no code' ] || { echo 'It behaves otherwise now.'; exit 1; }

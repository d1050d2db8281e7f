#!/usr/bin/env bash
# System.Threading.RateLimiting 10.0.12: disposing a PartitionedRateLimiter made by CreateChained.
#
# Expected: it disposes the limiters it is made of, which nobody else holds, as a stream or a message handler disposes what it wraps.
# Seen: it does not. Each of them can still be used, and keeps a timer that fires ten times a second for as long as the process runs.
# Whoever makes a chain must keep its parts and dispose them too.
#
# Output seen:
#   timers before: 0
#   with a chain of three: 3
#   after disposing the chain: 3, and its parts still give permits: True
#   after disposing its parts: 0
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="System.Threading.RateLimiting" Version="10.0.12" /></ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Threading.RateLimiting;

Console.WriteLine($"timers before: {Timer.ActiveCount}");
PartitionedRateLimiter<string>[] parts = [.. new[] { 1, 2, 30 }.Select(Window)];
var chain = PartitionedRateLimiter.CreateChained(parts);
await Task.Delay(300);
Console.WriteLine($"with a chain of three: {Timer.ActiveCount}");

chain.Dispose();
await Task.Delay(300);
using (var lease = parts[0].AttemptAcquire("conversation"))
{
    Console.WriteLine($"after disposing the chain: {Timer.ActiveCount}, and its parts still give permits: {lease.IsAcquired}");
}

foreach (var part in parts)
{
    part.Dispose();
}

await Task.Delay(300);
Console.WriteLine($"after disposing its parts: {Timer.ActiveCount}");

static PartitionedRateLimiter<string> Window(int seconds) => PartitionedRateLimiter.Create<string, string>(key =>
    RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = 7, Window = TimeSpan.FromSeconds(seconds), SegmentsPerWindow = 10,
    }));
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
expected='timers before: 0
with a chain of three: 3
after disposing the chain: 3, and its parts still give permits: True
after disposing its parts: 0'
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.'; exit 1; }

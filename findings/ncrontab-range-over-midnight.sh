#!/usr/bin/env bash
# NCrontab 3.4.0 (NuGet): a range whose first value is larger than its last, as for a night or a weekend.
#
# Expected: it wraps around, as in Cronos (22-2 is 22, 23, 0, 1, 2), or it is refused, as in cron-parser and Croner.
# Seen: the two values are swapped silently. 'Hours 22 to 2' fires all day and not at 23, 0 and 1; 'Saturday to Monday' on every day
# except Sunday.
#
# Output seen:
#   0 22-2 * * *: 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22
#   0 9 * * 6-1: Mon Tue Wed Thu Fri Sat
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
cat > try.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="NCrontab" Version="3.4.0" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System.Globalization;
using NCrontab;

var monday = new DateTime(2026, 11, 30);
Tell("0 22-2 * * *", monday.AddDays(1), "HH");
Tell("0 9 * * 6-1", monday.AddDays(7), "ddd");

void Tell(string rule, DateTime end, string format)
{
    var times = CrontabSchedule.Parse(rule).GetNextOccurrences(monday.AddSeconds(-1), end);
    Console.WriteLine($"{rule}: {string.Join(" ", times.Select(time => time.ToString(format, CultureInfo.InvariantCulture)))}");
}
X
dotnet build --nologo -v quiet
seen=$(dotnet run --no-build)
echo "$seen"
[ "$seen" = '0 22-2 * * *: 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22
0 9 * * 6-1: Mon Tue Wed Thu Fri Sat' ] || { echo 'It behaves otherwise now.'; exit 1; }

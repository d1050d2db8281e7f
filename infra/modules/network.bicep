// A network for the standard size: the database has no public address. A virtual network costs nothing by itself.
param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-01-01' = {
  name: '${name}-net'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.40.0.0/24']
    }
    subnets: [
      {
        name: 'service'
        properties: {
          addressPrefix: '10.40.0.0/27'
          delegations: [
            {
              name: 'containerapps'
              properties: { serviceName: 'Microsoft.App/environments' }
            }
          ]
        }
      }
      {
        name: 'postgres'
        properties: {
          addressPrefix: '10.40.0.32/28'
          delegations: [
            {
              name: 'postgres'
              properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' }
            }
          ]
        }
      }
    ]
  }

  resource serviceSubnet 'subnets' existing = {
    name: 'service'
  }

  resource postgresSubnet 'subnets' existing = {
    name: 'postgres'
  }
}

// What a private zone for PostgreSQL must end with, by Azure's own name of the cloud that is deployed to.
var postgresSuffix = {
  AzureCloud: 'postgres.database.azure.com'
  AzureUSGovernment: 'postgres.database.usgovcloudapi.net'
}

resource dnsZone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: '${name}.private.${postgresSuffix[environment().name]}'
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: '${name}-net'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: { id: network.id }
    }
  }
}

output serviceSubnetId string = network::serviceSubnet.id
output postgresSubnetId string = network::postgresSubnet.id
output postgresDnsZoneId string = dnsZone.id

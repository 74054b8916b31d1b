metadata description = 'The function app: Flex Consumption, Linux, .NET isolated worker, every connection but one by identity.'

import { Tags } from '../names.bicep'

@description('Region.')
param location string

@description('Name of the function app, unique in the world.')
param name string

@description('Name of its plan.')
param planName string

@description('Resource id of the identity that the app acts under.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Name of the account that holds the data.')
param dataStorageName string

@description('Name of the account that the host keeps its own state and the deployed package in.')
param hostStorageName string

@description('Container, in the host\'s account, of the deployed package.')
param packagesContainer string

@description('Name of the account with the shared folder.')
param folderStorageName string

@description('Azure Files share that is the shared folder.')
param folderShare string

@description('Name of the Application Insights component.')
param insightsName string

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Upper limit of instances.')
@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Address that clients know the feed by, without a path; empty for the app\'s own.')
param publicBaseAddress string

@description('SHA-256 hashes of the keys that open the feed.')
param feedKeyHashes string[]

@description('Tags.')
param tags Tags

@description('Where the share appears in the app\'s file system.')
var mountPath = '/mounts/berkas'

resource dataStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataStorageName
}

resource hostStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostStorageName
}

resource folderStorage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: folderStorageName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: {
        // The .NET that the app is built for, as Renstra.Functions.csproj says.
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostStorage.properties.primaryEndpoints.blob}${packagesContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
    }
  }
}

resource basicAuthenticationOfFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource basicAuthenticationOfDeployment 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

    AzureWebJobsStorage__blobServiceUri: hostStorage.properties.primaryEndpoints.blob
    AzureWebJobsStorage__queueServiceUri: hostStorage.properties.primaryEndpoints.queue
    AzureWebJobsStorage__tableServiceUri: hostStorage.properties.primaryEndpoints.table
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId

    RenstraStorage__blobServiceUri: dataStorage.properties.primaryEndpoints.blob
    RenstraStorage__queueServiceUri: dataStorage.properties.primaryEndpoints.queue
    RenstraStorage__tableServiceUri: dataStorage.properties.primaryEndpoints.table
    RenstraStorage__credential: 'managedidentity'
    RenstraStorage__clientId: identityClientId

    Renstra__Intake__SharedFolder: mountPath
    Renstra__Feed__PublicBaseAddress: empty(publicBaseAddress)
      ? 'https://${app.properties.defaultHostName}'
      : publicBaseAddress
    ...toObject(
      range(0, length(feedKeyHashes)),
      index => 'Renstra__Feed__KeyHashes__${index}',
      index => feedKeyHashes[index]
    )
  }
}

// Functions mounts SMB shares with an account key and with nothing else. The key is read at deployment and stands
// in the app's configuration alone; it opens an account that holds this share and nothing more.
resource mounts 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'azurestorageaccounts'
  properties: {
    berkas: {
      type: 'AzureFiles'
      protocol: 'Smb'
      mountPath: mountPath
      accountName: folderStorage.name
      shareName: folderShare
      accessKey: folderStorage.listKeys().keys[0].value
    }
  }
}

metadata name = 'Renstra'
metadata description = 'Everything Renstra runs on, but for the event subscription, which needs the deployed app: event-grid.bicep.'

import { deadLettersContainer, namesOf, submissionsContainer, Tags } from 'names.bicep'

@description('What the names of the resources begin with: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param prefix string = 'renstra'

@description('Region. It has to offer Flex Consumption: az functionapp list-flexconsumption-locations.')
param location string = resourceGroup().location

@description('Redundancy of the accounts with the data and the shared folder. ZRS outlives a data centre, GRS a region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param redundancy string = 'Standard_ZRS'

@description('For how many days deleted blobs, containers and shares can be brought back.')
@minValue(1)
@maxValue(365)
param keepsDeletedDays int = 90

@description('Upper limit of the shared folder, in GiB.')
@minValue(1)
@maxValue(102400)
param sharedFolderQuotaGiB int = 100

@description('For how many days logs and traces are kept.')
@allowed([30, 60, 90, 120, 180, 270, 365, 550, 730])
param telemetryRetentionDays int = 90

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Upper limit of instances.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Address that clients know the feed by, such as https://data.example.go.id, without a path and without a slash at the end. Empty: the app\'s own address.')
param publicBaseAddress string = ''

@description('SHA-256 of each key that opens the feed, as 64 hexadecimal digits. Several are valid at once, so that keys can be changed without an interruption.')
@minLength(1)
param feedKeyHashes string[]

@description('Object id of the Entra group of people who look after the data. Empty: nobody but the app reads it.')
param operatorsGroupId string = ''

@description('Tags of every resource.')
param tags Tags = {
  application: 'renstra'
}

var names = namesOf(prefix, resourceGroup().id)
var referenceContainer = 'referensi'
var packagesContainer = 'packages'
var folderShare = 'berkas'

module identity 'modules/identity.bicep' = {
  params: {
    location: location
    appIdentityName: names.appIdentity
    eventsIdentityName: names.eventsIdentity
    tags: tags
  }
}

// What offices sent, what became of it, what was released. No key opens it; what is overwritten or deleted by
// mistake can be brought back.
module dataStorage 'modules/storage.bicep' = {
  params: {
    location: location
    name: names.dataStorage
    redundancy: redundancy
    containers: [
      submissionsContainer
      'tanda-terima'
      'penetapan'
      'pengingat'
      referenceContainer
    ]
    tables: [
      'LaporanMasuk'
      'CatatanVerifikasi'
      'RiwayatLaporan'
      'Laporan'
      'Penetapan'
      'KinerjaTetap'
      'PerubahanPenetapan'
    ]
    keepsVersions: true
    keepsDeletedDays: keepsDeletedDays
    tags: tags
  }
}

// The host's own: locks, timers, function keys, trigger queues, the deployed package. Apart from the data, because
// versions of lock blobs are only cost, and because the host asks for rights that the data should not grant.
module hostStorage 'modules/storage.bicep' = {
  params: {
    location: location
    name: names.hostStorage
    redundancy: 'Standard_LRS'
    containers: [
      packagesContainer
      deadLettersContainer
    ]
    tags: tags
  }
}

// The shared folder. SMB mounts need an account key, so it has an account that a key opens and that holds nothing else.
module folderStorage 'modules/storage.bicep' = {
  params: {
    location: location
    name: names.folderStorage
    redundancy: redundancy
    allowsKeys: true
    share: folderShare
    shareQuotaGiB: sharedFolderQuotaGiB
    keepsDeletedDays: keepsDeletedDays
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    location: location
    logsName: names.logs
    insightsName: names.insights
    retentionDays: telemetryRetentionDays
    tags: tags
  }
}

module roles 'modules/roles.bicep' = {
  params: {
    dataStorageName: names.dataStorage
    referenceContainer: referenceContainer
    hostStorageName: names.hostStorage
    deadLettersContainer: deadLettersContainer
    insightsName: names.insights
    appPrincipalId: identity.outputs.appPrincipalId
    eventsPrincipalId: identity.outputs.eventsPrincipalId
    operatorsGroupId: operatorsGroupId
  }
  dependsOn: [dataStorage, hostStorage, monitoring]
}

module functionApp 'modules/function-app.bicep' = {
  params: {
    location: location
    name: names.functionApp
    planName: names.plan
    identityId: identity.outputs.appId
    identityClientId: identity.outputs.appClientId
    dataStorageName: names.dataStorage
    hostStorageName: names.hostStorage
    packagesContainer: packagesContainer
    folderStorageName: names.folderStorage
    folderShare: folderShare
    insightsName: names.insights
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    publicBaseAddress: publicBaseAddress
    feedKeyHashes: feedKeyHashes
    tags: tags
  }
  dependsOn: [roles, folderStorage]
}

@description('Name of the function app, for deploying to it.')
output functionAppName string = names.functionApp

@description('Name of the account that holds the data.')
output dataStorageName string = names.dataStorage

@description('Name of the account that holds the host\'s state and the undeliverable events.')
output hostStorageName string = names.hostStorage

@description('Name of the account with the shared folder.')
output folderStorageName string = names.folderStorage

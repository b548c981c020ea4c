export { attachmentDownload } from './download';
export { attachmentUpload } from './upload';

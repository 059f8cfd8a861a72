import type { Texts } from '../texts.ts'

export const refusals: Texts['refusals'] = {
  wrong_state:
    'This step is not saved. The report has changed meanwhile. Reload the page and see which steps are open.',
  not_allowed:
    'This step is not saved. Your role does not cover this report. Ask the city administrator if it should.',
  coordinator_only:
    'This step is not saved. Only the city administrator decides on this report. Ask the city administrator.',
  incomplete: 'This step is not saved. Something is still missing. Fill it in and send again.',
  text_too_short: 'This is too short. Write one clear sentence.',
  text_too_long: 'This is too long. The most is 5,000 characters. Shorten it and send again.',
  agency_missing: 'No agency is chosen. Someone must answer for the report. Choose one agency.',
  same_agency:
    'The report is not sent back. The agency you named already has it. Choose another agency.',
  inspectorate_alone:
    'The report is not passed on. Only the Inspektorat (city inspectorate) may read it. Clear the supporting agencies.',
  inspectorate_only:
    'The report is not passed on. It is about conduct in office. Choose the Inspektorat (city inspectorate).',
  inspectorate_decides:
    'Nothing has changed. The Inspektorat (city inspectorate) and the leader end this report. Wait for them.',
  delegate_only:
    'The report is not passed on. It is about the Inspektorat. Choose the unit that the mayor named.',
  delegate_missing:
    'The report is not passed on. It is about the Inspektorat, and no unit stands in. Refer it outside, or ask the city administrator.',
  agency_unstaffed:
    'The report is not passed on. Nobody in that agency can take it up. Choose another, or ask the city administrator.',
  routed_for_good:
    'The report is not sent back. The city administrator chose this agency. Ask them if that is wrong.',
  draft_waits:
    'This draft is not saved. Another one still waits for approval. Take that one back, then send again.',
  own_draft: 'The decision does not hold yet. You wrote it yourself. Another person has to sign.',
  release_missing:
    'The report is not public yet. Its public title or copy is missing. Fill in both, or keep it hidden.',
  never_public:
    'This report must not be public. It is confidential or marked as sensitive. Keep it hidden.',
  evidence_missing:
    'The report cannot be closed yet. A complaint needs proof of the work. Add a file or a note of a visit.',
  not_due: 'Nothing has changed. The due date has not passed. Wait until that day.',
  too_late:
    'This step is not saved. It is possible for 30 days after the report ended. Send a new report and name this number.',
  not_a_root:
    'The reports are not joined. That main report cannot take this one. Check its number.',
  still_moving: 'Not yet. The joined reports are still being moved. Try again in some minutes.',
  other_agency:
    'The reports are not joined. Another agency has the main report. Ask a verifier to join them.',
  score_out_of_range: 'Your score is not saved. Scores go from 1 to 5. Choose one of them.',
  incident_in_future: 'That day has not come yet. Choose today or earlier.',
  day_out_of_range:
    'The date is not saved. It is past or too far off. Choose a day after today, at most a year ahead.',
  already_said: 'Nothing has changed. We already had this. You can go on.',
  key_not_renewed:
    'Not saved. Staff of this agency saw the key when they filed. Renew it under My data, then ask a verifier to vouch for it.',
  explanation_owed: 'Not yet. The agency’s head still has to explain this report. Wait for that.',
  files_full: 'This report already has 20 files. That is the most. Put the rest into words.',
  files_heavy:
    'There is no room for this file. A report keeps at most 40 MB. Make the photo smaller and send it again.',
  words_full: 'Words were added 30 times, which is the limit. Answer when you are asked.',
  nothing_to_undo:
    'That step cannot be undone. Its time is over, or somebody acted after it. Go on with a new step.',
}

export const fieldRefusals: Texts['fieldRefusals'] = {
  'isi:text_too_short': 'Write at least 20 characters. Tell us what, where and when.',
  'isi:text_too_long': 'You can write up to 5,000 characters. Shorten your words and send again.',
  'jawaban:text_too_short': 'Your answer is still empty. Write it here.',
  'alasan:text_too_short': 'Give a reason of at least 10 characters. One sentence will do.',
  'tanggapan:text_too_short': 'The reply is too short. Explain what has been done.',
  'teks_saring:text_too_short':
    'The copy for the agency is empty. This report is anonymous, so the agency needs it.',
  'judul_rilis:text_too_short':
    'The clean title needs at least 5 characters. The agency reads it as the title.',
  'judul_rilis:text_too_long': 'The clean title has at most 120 characters. Shorten it.',
  'petugas:not_allowed': 'That officer is not of this agency. Choose another one from the list.',
  'pertanyaan:text_too_short': 'The question is too short. Write what is missing.',
}
